import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import type { Finding } from '../finding.ts'
import { type BackupState, backupFindings } from './backup-findings.ts'
import { httpsFinding } from './network-findings.ts'
import { diskFinding, storeFinding } from './store-findings.ts'
import { anchorFinding, sealingFinding } from './trail-findings.ts'
import { jobsFinding, messagesFinding } from './work-findings.ts'

const now = new Date('2026-06-10T00:00:00Z')
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString()
const said = ({ state, code }: Finding) => `${state} ${code}`

describe('a store', () => {
  const store = {
    kind: 'server',
    place: 'postgres://db/x',
    engineVersion: '17.6',
    sizeBytes: 3e9,
    migrationsRun: 20,
    migrationsKnown: 20,
  } as const

  it('is told with its size, and is another version where a migration is missing', () => {
    expect(storeFinding(store).meaning.id).toBe(
      'Server PostgreSQL 17.6, 3 GB, 20 dari 20 langkah tabel',
    )
    expect(said(storeFinding(store))).toBe('good store')
    expect(said(storeFinding({ ...store, migrationsKnown: 21 }))).toBe('grave store-version')
  })

  it.each([
    ['plenty', 50e9, 1e9, 'good disk-space'],
    ['little', 4e9, 1e9, 'look disk-space-short'],
    ['less than twice the store', 50e9, 30e9, 'look disk-space-short'],
    ['none', 0.9e9, 0, 'grave disk-space-short'],
  ])('has %s disk space', (_what, freeBytes, storeBytes, expected) => {
    expect(said(diskFinding({ freeBytes, storeBytes, folder: '/data' }))).toBe(expected)
  })
})

describe('backups', () => {
  const good: BackupState = {
    lastBackupAt: ago(1),
    lastCopyAt: ago(0.5),
    storeSince: ago(400),
    isServer: false,
    keepsCopies: true,
    drill: { at: ago(3), backupMadeAt: ago(4), isGood: true, seconds: 9 },
  }
  const drill = { at: ago(3), backupMadeAt: ago(4), isGood: true, seconds: 9 }

  it.each<[string, Partial<BackupState>, string[]]>([
    ['nothing', {}, ['good backup', 'good copy', 'good drill']],
    ['an old backup', { lastBackupAt: ago(9) }, ['grave backup-old', 'good copy', 'good drill']],
    [
      'a store of yesterday',
      { lastBackupAt: null, lastCopyAt: null, storeSince: ago(1), drill: undefined },
      ['look backup-none', 'good copy', 'look drill-none'],
    ],
    [
      'no copies any more',
      { lastBackupAt: ago(4), lastCopyAt: ago(4) },
      ['good backup', 'look copy-old', 'good drill'],
    ],
    ['a server without a folder for copies', { keepsCopies: false }, ['good backup', 'good drill']],
    [
      'a drill of last year',
      { drill: { ...drill, at: ago(200) } },
      ['good backup', 'good copy', 'look drill-old'],
    ],
    [
      'a drill that failed',
      { drill: { ...drill, isGood: false } },
      ['good backup', 'good copy', 'grave drill-failed'],
    ],
  ])('are told with %s', (_what, part, expected) => {
    expect(backupFindings({ ...good, ...part }, now).map(said)).toEqual(expected)
  })
})

describe('the trail', () => {
  it.each([
    ['in time', 3, ago(30 / 86_400), 'good sealing'],
    ['late', 3, ago(120 / 86_400), 'look sealing-late'],
    ['stuck', 3, ago(1), 'grave sealing-late'],
    ['empty', 0, null, 'good sealing'],
  ])('is sealed %s', (_what, waiting, oldestAt, expected) => {
    expect(said(sealingFinding({ waiting, oldestAt, sealed: 10 }, now))).toBe(expected)
  })

  it('has a last anchor, or none yet', () => {
    expect(anchorFinding(undefined).meaning.en).toBe('No anchor yet; one is made each day')
    const anchor = { seq: 4, anchoredOn: '2026-06-09', hash: 'aa', madeAt: ago(1) }
    expect(anchorFinding(anchor).meaning.en).toMatch(/^Last anchor: 9 Jun 2026/)
  })
})

describe('work in the background', () => {
  const none = { waiting: 0, running: 0, waitingSince: null, failed: 0, stillFailed: [] }

  it('is late, or failed until it succeeds', () => {
    expect(said(jobsFinding(none, now))).toBe('good jobs')
    expect(said(jobsFinding({ ...none, failed: 1 }, now))).toBe('good jobs')
    const failed = [{ kind: 'lists', errorCode: 'folder-not-found' }]
    expect(jobsFinding({ ...none, stillFailed: failed }, now)).toMatchObject({
      code: 'jobs-failed',
      about: ['lists: folder-not-found'],
    })
    expect(said(jobsFinding({ ...none, waiting: 1, waitingSince: ago(1) }, now))).toBe(
      'look jobs-waiting',
    )
  })

  it('sends messages that arrive', () => {
    expect(said(messagesFinding({ waiting: 1, waitingSince: ago(0.01), failed: 0 }, now))).toBe(
      'good messages',
    )
    for (const counts of [
      { waiting: 1, waitingSince: ago(1), failed: 0 },
      { waiting: 0, waitingSince: null, failed: 2 },
    ]) {
      expect(said(messagesFinding(counts, now))).toBe('look messages-undelivered')
    }
  })
})

describe('HTTPS', () => {
  const served = { host: '0.0.0.0', port: 443, isHttps: true, isBehindProxy: false }

  it.each([
    [
      'this machine only',
      { ...served, host: '127.0.0.1', isHttps: false },
      'good https-not-needed',
    ],
    ['the network', { ...served, isHttps: false }, 'grave https-missing'],
    ['the network by a proxy', { ...served, isBehindProxy: true }, 'good https'],
  ])('is weighed for %s', (_what, given, expected) => {
    expect(said(httpsFinding(given, now))).toBe(expected)
  })

  it('is graver the sooner the certificate ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
        const certificateUntil = new Date(now.getTime() + days * 86_400_000)
        const expected = days < 7 ? 'grave' : days < 30 ? 'look' : 'good'
        expect(httpsFinding({ ...served, certificateUntil }, now).state).toBe(expected)
      }),
      { numRuns: propertyRuns() },
    )
  })
})
