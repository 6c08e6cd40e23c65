import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Db } from '#platform/db'
import { testSecrets } from '../../../test/api.ts'
import { engines, withDatabase } from '../../../test/database.ts'
import { propertyRuns } from '../../../test/property-runs.ts'
import { findAcceptedFiles, keepFile } from '../kept-files.ts'
import { acceptHandedFile, withdrawHandedFile } from './accept-file.ts'

const reading = {
  isWhole: true,
  rowsRead: 1,
  counts: { rows: 1, ready: 1, look: 0, held: 0, tidied: 0, other: 0 },
  sheets: [],
  kinds: ['aid'],
  lists: ['aid '],
  period: null,
  known: null,
  warnings: [],
}

async function keepRead(db: Db, no: number): Promise<string> {
  const fileId = await keepFile(db, testSecrets, {
    name: `daftar ${no}.csv`,
    content: new TextEncoder().encode(`Nama\nWARGA ${no}`),
    organisationId: null,
    receivedBy: null,
  })
  await db
    .updateTable('intake_file')
    .set({ state: 'read', reading: JSON.stringify(reading) })
    .where('file_id', '=', fileId)
    .execute()
  return fileId
}

describe.each(engines)('accepting files on %s', (engine) => {
  it('and taking them back leaves what counted before, in its order, whatever came between', () =>
    withDatabase(engine, async (db) => {
      const { account_id: accountId } = await db
        .insertInto('organisation')
        .values({ organisation_id: 'kantor', name: 'Kantor', kind: 'agency', sectors: [] })
        .execute()
        .then(() =>
          db
            .insertInto('account')
            .values({
              account_id: 'petugas',
              organisation_id: 'kantor',
              user_name: 'petugas',
              display_name: 'Petugas',
              password_hash: '',
            })
            .returning('account_id')
            .executeTakeFirstOrThrow(),
        )
      const files = await Promise.all([0, 1, 2, 3].map((no) => keepRead(db, no)))
      const accept = (fileId: string) => acceptHandedFile(db, fileId, { accountId, despite: [] })
      const withdraw = (fileId: string) =>
        withdrawHandedFile(db, fileId, { accountId, reason: 'salah', isBeingRead: false })
      const counted = async () =>
        (await findAcceptedFiles(db, testSecrets)).map((one) => one.fileId)
      const accepted = new Set<string>()
      await fc.assert(
        fc.asyncProperty(fc.array(fc.nat({ max: 3 }), { maxLength: 6 }), async (picks) => {
          for (const pick of picks) {
            const fileId = files[pick] ?? ''
            if (accepted.delete(fileId)) await withdraw(fileId)
            else {
              await accept(fileId)
              accepted.add(fileId)
            }
          }
          const before = await counted()
          expect(new Set(before)).toEqual(accepted)
          for (const fileId of files) {
            if (accepted.has(fileId)) continue
            await accept(fileId)
            await withdraw(fileId)
            expect(await counted()).toEqual(before)
          }
        }),
        { numRuns: propertyRuns(10) },
      )
    }))
})
