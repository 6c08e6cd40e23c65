import { z } from 'zod'

const Severity = z.enum(['info', 'low', 'moderate', 'high', 'critical'])
const AuditReport = z.looseObject({
  vulnerabilities: z.record(
    z.string(),
    z.looseObject({ severity: Severity, range: z.string().optional() }),
  ),
})

/** What `npm audit --json` says; `not-checked` where the registry did not answer. */
export type AuditVerdict =
  | { readonly kind: 'clean' }
  | { readonly kind: 'minor' | 'serious'; readonly lines: readonly string[] }
  | { readonly kind: 'not-checked' }

const serious: ReadonlySet<string> = new Set(['high', 'critical'])

/** `serious` when any package that Betang runs on has a known hole of a high or critical severity. */
export function judgeAudit(stdout: string): AuditVerdict {
  const report = AuditReport.safeParse(parseJson(stdout))
  if (!report.success) return { kind: 'not-checked' }
  const found = Object.entries(report.data.vulnerabilities)
  if (found.length === 0) return { kind: 'clean' }
  const lines = found.map(([name, { severity, range }]) => `${severity}: ${name} ${range ?? ''}`)
  const isSerious = found.some(([, { severity }]) => serious.has(severity))
  return { kind: isSerious ? 'serious' : 'minor', lines }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
