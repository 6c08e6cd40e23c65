import { useSyncExternalStore } from 'react'
import { ApiProblem } from '../api/http.ts'

/** The person did not want to prove it. Nothing was done, and nothing is wrong. */
export class ProofDeclined extends Error {
  override readonly name = 'ProofDeclined'
}

/** A dialog that somebody waits for. */
interface Asked {
  readonly proved: () => void
  readonly declined: () => void
}

let asked: Asked | null = null
const listeners = new Set<() => void>()

function set(next: Asked | null): void {
  asked = next
  for (const listener of listeners) listener()
}

/**
 * Does what may ask for a fresh proof of the person: where the server wants one, the dialog opens,
 * and the work is done once more after it.
 *
 * @throws ProofDeclined when the dialog was closed.
 */
export async function withFreshProof<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.code !== 'step-up-required') throw error
    await ask()
    return work()
  }
}

function ask(): Promise<void> {
  asked?.declined()
  return new Promise((resolve, reject) => {
    set({
      proved: () => {
        set(null)
        resolve()
      },
      declined: () => {
        set(null)
        reject(new ProofDeclined())
      },
    })
  })
}

/** The proof that is waited for; null for none. */
export function useAskedProof(): Asked | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => asked,
  )
}
