import { sql } from 'kysely'
import type { Db } from '#platform/db'
import type { Secrets } from '#platform/secrets'
import { searchName } from '#registry'
import type { FoundFamilies } from './find-families.ts'
import { makeNameIndex, type NameIndex } from './name-index.ts'

/** Families that words or a number point to, best first; undefined when nothing was asked. */
export type FamilySearch = (words: string) => Promise<FoundFamilies>

const mostFound = 200

/** A search over one store; the index of names is made at the first question after each run. */
export function makeFamilySearch(db: Db, secrets: Secrets): FamilySearch {
  let held: { readonly stamp: string; readonly index: NameIndex } | undefined

  async function nameIndex(): Promise<NameIndex> {
    const stamp = await readStamp(db)
    if (held?.stamp === stamp) return held.index
    const persons = await db.selectFrom('person').select(['family_id', 'search_name']).execute()
    const index = makeNameIndex(
      persons.map((row) => ({ familyId: row.family_id, searchName: row.search_name })),
    )
    held = { stamp, index }
    return index
  }

  return async (words) => {
    const asked = words.trim()
    if (asked === '') return undefined
    const digits = asked.replace(/[\s.'-]/g, '')
    if (/^\d{16}$/.test(digits)) return findByNumber(db, secrets.hmacOf(digits))
    return (await nameIndex()).find(searchName(asked), mostFound)
  }
}

/** Families with this NIK among their members, or this KK. The number itself is never echoed. */
async function findByNumber(db: Db, hmac: Uint8Array): Promise<string[]> {
  const { rows } = await sql<{ family_id: string }>`
    select family_id from person where nik_hmac = ${hmac}
    union select family_id from family where kk_hmac = ${hmac}`.execute(db)
  return rows.map(({ family_id }) => family_id)
}

/** Changes with every run. */
async function readStamp(db: Db): Promise<string> {
  const { rows } = await sql<{ stamp: string | null }>`
    select max(read_at)::text as stamp from list_sheet`.execute(db)
  return rows[0]?.stamp ?? ''
}
