import { describe, expect, it } from 'vitest'
import packageLock from '../package-lock.json' with { type: 'json' }
import { judgeAudit } from '../scripts/judge-audit.ts'
import { makeSbom } from '../scripts/make-sbom.ts'

describe('the bill of materials', () => {
  it('names Betang, and every package of the lock file in its version', () => {
    const sbom = makeSbom()
    expect(sbom.metadata.component.name).toBe('betang')
    const named = new Set(sbom.components.map(({ name, version }) => `${name}@${version}`))
    const locked = Object.entries(packageLock.packages).flatMap(([place, { version }]) =>
      place === '' ? [] : [`${place.split('node_modules/').at(-1)}@${version}`],
    )
    expect(locked.length).toBeGreaterThan(100)
    expect(locked.filter((name) => !named.has(name))).toEqual([])
  })
})

describe('the gate of known holes', () => {
  const report = (severities: readonly string[]) =>
    JSON.stringify({
      auditReportVersion: 2,
      vulnerabilities: Object.fromEntries(
        severities.map((severity, no) => [`package-${no}`, { severity, range: '<2.0.0' }]),
      ),
    })

  it('closes for a high one, and lets lesser ones and none through', () => {
    expect(judgeAudit(report([]))).toEqual({ kind: 'clean' })
    expect(judgeAudit(report(['low', 'moderate'])).kind).toBe('minor')
    expect(judgeAudit(report(['low', 'high']))).toEqual({
      kind: 'serious',
      lines: ['low: package-0 <2.0.0', 'high: package-1 <2.0.0'],
    })
    expect(judgeAudit(report(['critical'])).kind).toBe('serious')
  })

  it('checks nothing where the registry answers otherwise, or not at all', () => {
    const answers = [
      '',
      'npm error',
      '{"message":"405 Method Not Allowed","method":"POST"}',
      'null',
    ]
    for (const answer of answers) expect(judgeAudit(answer)).toEqual({ kind: 'not-checked' })
  })
})
