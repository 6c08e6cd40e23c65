import type { z } from 'zod'
import type { ChangeView, NewChange, Verdict } from '#registry/schema'
import { callApi } from './http.ts'

/** Decides or proposes something about the register. */
export function createChange(body: z.input<typeof NewChange>): Promise<ChangeView> {
  return callApi('POST', '/register-changes', { body, key: crypto.randomUUID() })
}

/** Approves, refuses or takes back, as the change stands at this moment. */
export async function decideChange(changeNo: number, body: z.input<typeof Verdict>): Promise<void> {
  const path = { changeNo }
  await callApi('GET', '/register-changes/{changeNo}', { path })
  await callApi('PATCH', '/register-changes/{changeNo}', { path, body })
}
