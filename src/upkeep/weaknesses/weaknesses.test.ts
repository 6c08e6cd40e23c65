import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { createFirstAccount, type WeakAccess } from '#access'
import { noteBackup } from '#platform/backup/last-backups'
import { openStore } from '#platform/open-store'
import { systemRandom } from '#platform/random'
import { openSecrets } from '#platform/secrets'
import { copyDatabase } from '../../../test/database.ts'
import type { Weakness } from '../finding.ts'
import { accessWeaknesses } from './access-weaknesses.ts'
import { backupWeaknesses } from './backup-weaknesses.ts'
import { fileWeaknesses } from './file-weaknesses.ts'
import { findWeaknesses } from './find-weaknesses.ts'
import { keyWeaknesses } from './key-weaknesses.ts'
import { type ServerFacts, serverWeaknesses } from './server-weaknesses.ts'

const home = mkdtempSync(path.join(tmpdir(), 'betang-doctor-'))
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(home, { recursive: true, force: true })
})

const now = new Date('2026-06-10T00:00:00Z')
const codes = (found: readonly Weakness[]) => found.map(({ code, state }) => `${state} ${code}`)

function anAccess(weak: Partial<WeakAccess> = {}): WeakAccess {
  return {
    isFirstPasswordKept: false,
    unusedPasswords: [],
    administrators: 1,
    administratorsWithoutSecondFactor: [],
    expiredKeys: [],
    idleKeys: [],
    unanchoredSince: null,
    latestEventAt: null,
    ...weak,
  }
}

describe('weak access', () => {
  it.each<[string, Partial<WeakAccess>, string[]]>([
    ['nothing', {}, []],
    ['the first password', { isFirstPasswordKept: true }, ['grave first-password-kept']],
    ['given passwords', { unusedPasswords: ['budi'] }, ['look given-password-kept']],
    [
      'administrators with a password only',
      { administratorsWithoutSecondFactor: ['budi'] },
      ['grave administrator-without-second-factor'],
    ],
    ['six administrators', { administrators: 6 }, ['look administrators-many']],
    ['keys past their end', { expiredKeys: ['a'] }, ['look api-key-expired']],
    ['keys nobody uses', { idleKeys: ['a'] }, ['look api-key-idle']],
    ['a trail without an anchor', { unanchoredSince: '2026-06-07' }, ['look anchor-old']],
    ['a trail of yesterday', { unanchoredSince: '2026-06-09' }, []],
    ['an event of tomorrow', { latestEventAt: '2026-06-11T00:00:00.000Z' }, ['grave clock-behind']],
  ])('is told of %s', (_what, weak, expected) => {
    expect(codes(accessWeaknesses(anAccess(weak), true, now))).toEqual(expected)
  })

  it('is less grave on a page that only its own machine can open', () => {
    const weak = anAccess({ isFirstPasswordKept: true })
    expect(codes(accessWeaknesses(weak, false, now))).toEqual(['look first-password-kept'])
  })
})

describe('a weak server', () => {
  const good: ServerFacts = {
    isSuperuser: false,
    isEncrypted: true,
    isOtherHost: true,
    isUnchecked: false,
    aheadMs: 500,
  }

  it.each<[string, Partial<ServerFacts>, string[]]>([
    ['nothing', {}, []],
    ['a superuser', { isSuperuser: true }, ['grave database-superuser']],
    ['no TLS to another host', { isEncrypted: false }, ['grave database-tls-missing']],
    ['no TLS on this machine', { isEncrypted: false, isOtherHost: false }, []],
    ['a certificate unseen', { isUnchecked: true }, ['look database-certificate-unchecked']],
    ['a clock that is off', { aheadMs: -120_000 }, ['look clock-skew']],
  ])('is told of %s', (_what, facts, expected) => {
    expect(codes(serverWeaknesses({ ...good, ...facts }))).toEqual(expected)
  })
})

describe('a missing backup', () => {
  it('is told after a week without one', () => {
    const young = { lastBackupAt: null, storeSince: '2026-06-05T00:00:00Z', isServer: false }
    expect(backupWeaknesses(young, now)).toEqual([])
    const old = { ...young, storeSince: '2026-01-01T00:00:00Z' }
    expect(codes(backupWeaknesses(old, now))).toEqual(['grave backup-old'])
    expect(codes(backupWeaknesses({ ...old, isServer: true }, now))).toEqual(['look backup-old'])
    expect(backupWeaknesses({ ...old, lastBackupAt: '2026-06-04T00:00:00Z' }, now)).toEqual([])
  })
})

describe.skipIf(process.platform === 'win32')('files that others may read', () => {
  it('are told, and closed ones are not', () => {
    const dataFolder = path.join(home, 'data')
    mkdirSync(dataFolder, { mode: 0o700 })
    const keyFile = path.join(home, 'a.key')
    const secret = path.join(home, 'secret')
    for (const file of [keyFile, secret]) writeFileSync(file, 'x', { mode: 0o600 })
    const env = { DATABASE_URL_FILE: secret }
    expect(fileWeaknesses({ dataFolder, keyFiles: [keyFile] }, env)).toEqual([])

    chmodSync(dataFolder, 0o755)
    chmodSync(keyFile, 0o640)
    chmodSync(secret, 0o644)
    expect(codes(fileWeaknesses({ dataFolder, keyFiles: [keyFile] }, env))).toEqual([
      'grave data-folder-open',
      'grave key-file-open',
      'grave secret-file-open',
    ])
    const inside = path.join(dataFolder, 'a.key')
    writeFileSync(inside, 'x', { mode: 0o600 })
    expect(codes(fileWeaknesses({ dataFolder, keyFiles: [inside] }, {}))).toContain(
      'grave key-beside-data',
    )
  })
})

describe('a change of the key', () => {
  it('is told of until it is done', () => {
    const startedAt = '2026-08-01T00:00:00.000Z'
    const rotation = { from: '00000000', to: '11111111', mark: '', startedAt }
    expect(codes(keyWeaknesses({ rotation }))).toEqual(['look key-rotation-unfinished'])
    expect(keyWeaknesses({})).toEqual([])
  })
})

describe('an open store', () => {
  it('is looked through on a server, and a backup that survives the machine is remembered', async () => {
    vi.stubEnv('BETANG_HOME', path.join(home, 'keys'))
    const place = { url: await copyDatabase() }
    const store = await openStore(place)
    try {
      await openSecrets(store)
      await createFirstAccount(store.db, systemRandom)
      const later = new Date(Date.now() + 30 * 24 * 60 * 60_000)
      const look = () =>
        findWeaknesses(store, place, { isOpenToOthers: true, clock: () => later }).then(codes)
      expect(await look()).toEqual(
        expect.arrayContaining([
          'grave database-superuser',
          'grave first-password-kept',
          'grave administrator-without-second-factor',
          'look backup-old',
        ]),
      )
      await noteBackup(store.db, 'copy', later.toISOString())
      expect(await look()).toContain('look backup-old')
      await noteBackup(store.db, 'backup', later.toISOString())
      expect(await look()).not.toContain('look backup-old')
    } finally {
      await store.close()
    }
  })
})
