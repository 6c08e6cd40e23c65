import { sql } from 'kysely'
import { type Db, insertMany } from '#platform/db'
import type { Instant } from '#platform/tables'
import type { DwellingStay } from './make-stays.ts'

/**
 * Ends what the register in the store says otherwise of families and houses than the one about to replace
 * it, and begins what is said anew. Where all is the same, nothing is written.
 *
 * @param from the moment from which the new register holds.
 */
export async function keepStays(
  tx: Db,
  stays: readonly DwellingStay[],
  from: Instant,
): Promise<void> {
  const fresh = new Map(stays.map((stay) => [textOf(stay), stay]))
  const { rows } = await sql<DwellingStay & { stayNo: number }>`
    select stay_no as "stayNo", dwelling_id as "dwellingId", family_id as "familyId", is_home as "isHome",
      shared, known_by as "knownBy"
    from dwelling_stay where recorded_to is null`.execute(tx)
  const ended = rows.flatMap(({ stayNo, ...stay }) => (fresh.delete(textOf(stay)) ? [] : stayNo))
  if (ended.length > 0) {
    await sql`
      update dwelling_stay set recorded_to = ${from}::timestamptz
      where stay_no = any(${`{${ended.join(',')}}`}::integer[])`.execute(tx)
  }
  await insertMany(
    tx,
    'dwelling_stay',
    ['dwelling_id', 'family_id', 'is_home', 'shared', 'known_by', 'recorded_from'],
    [...fresh.values()].map(({ dwellingId, familyId, isHome, shared, knownBy }) => ({
      dwelling_id: dwellingId,
      family_id: familyId,
      is_home: isHome,
      shared: shared.map((item) => ({ ...item })),
      known_by: [...knownBy],
      recorded_from: from,
    })),
  )
}

function textOf({ dwellingId, familyId, isHome, shared, knownBy }: DwellingStay): string {
  const refs = shared.map(({ by, file, sheet, row }) => [by, file, sheet, row])
  return JSON.stringify([dwellingId, familyId, isHome, refs, knownBy])
}
