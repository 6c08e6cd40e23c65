import { sql } from 'kysely'
import { can, type DataClass } from '#access'
import type { Db } from '#platform/db'
import type { Viewer } from '#platform/scoped-db'
import type { Secrets } from '#platform/secrets'
import { searchName } from '#registry'
import type { FoundFamilies } from './find-families.ts'
import { makeNameIndex, type NamedPerson, type NameIndex } from './name-index.ts'

const mostFound = 200

/** A name in the index with all that decides who may find it. */
interface ScopedName extends NamedPerson {
  readonly ward: string | null
  readonly district: string | null
  readonly organisationIds: readonly string[]
  readonly dataClasses: readonly DataClass[]
}

/** The search of one store; `refresh` before each question, outside the asker's transaction. */
export interface FamilySearch {
  /** Makes the index of names where a run or a new day has made it old. */
  readonly refresh: () => Promise<void>
  /**
   * Families that words or a number point to, best first; undefined when nothing was asked.
   *
   * @param scoped the asker's view of the store.
   */
  readonly find: (words: string, viewer: Viewer, scoped: Db) => Promise<FoundFamilies>
}

/**
 * A search over one store. The index of names holds the whole city; each question passes over the
 * names that its asker may not see.
 *
 * @param whole the store itself, for the index alone.
 */
export function makeFamilySearch(whole: Db, secrets: Secrets): FamilySearch {
  let stamp: string | undefined
  let index: NameIndex<ScopedName> = makeNameIndex([])

  return {
    async refresh() {
      const present = await readStamp(whole)
      if (present === stamp) return
      index = makeNameIndex(await loadNames(whole))
      stamp = present
    },
    async find(words, viewer, scoped) {
      const asked = words.trim()
      if (asked === '') return undefined
      const digits = asked.replace(/[\s.'-]/g, '')
      if (/^\d{16}$/.test(digits)) return findByNumber(scoped, secrets.hmacOf(digits))
      return index.find(
        searchName(asked),
        mostFound,
        (name) => can(viewer, 'read-families', name).isAllowed,
      )
    },
  }
}

async function loadNames(whole: Db): Promise<ScopedName[]> {
  const { rows } = await sql<{
    family_id: string
    search_name: string
    ward: string | null
    district: string | null
    organisation_ids: readonly string[]
    is_minor: boolean
  }>`
    select p.family_id, p.search_name, f.ward, f.district,
      is_minor(p.birth_date, p.birth_year, p.detail) as is_minor,
      array(select organisation_id from family_reach r where r.family_id = p.family_id) as organisation_ids
    from person p join family f using (family_id)
    order by p.person_id`.execute(whole)
  return rows.map((row) => ({
    familyId: row.family_id,
    searchName: row.search_name,
    ward: row.ward,
    district: row.district,
    organisationIds: row.organisation_ids,
    dataClasses: row.is_minor ? ['family', 'children'] : ['family'],
  }))
}

/** Families with this NIK among their members, or this KK. The number itself is never echoed. */
async function findByNumber(scoped: Db, hmac: Uint8Array): Promise<string[]> {
  const { rows } = await sql<{ family_id: string }>`
    select family_id from person where nik_hmac = ${hmac}
    union select family_id from family where kk_hmac = ${hmac}`.execute(scoped)
  return rows.map(({ family_id }) => family_id)
}

/** Changes with every run, and with the day: children grow up. */
async function readStamp(whole: Db): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select concat(max(read_at), ' ', current_date, ' ', (select count(*) from family_reach)) as stamp
    from list_sheet`.execute(whole)
  return rows[0]?.stamp ?? ''
}
