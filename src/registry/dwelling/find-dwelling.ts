import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#platform/db'
import { regionName } from '#territory'
import { Dwelling } from './schema.ts'

const Line = Dwelling.shape.families.unwrap().omit({ wardName: true }).extend({
  ward: z.string().nullable(),
  dwellingId: z.string(),
})

/** The house of a family, as far as the viewer of `db` may see who lives there; null where no list tells it. */
export async function findDwellingOf(db: Db, familyId: string): Promise<Dwelling | null> {
  const own = sql`select dwelling_id from dwelling_family where family_id = ${familyId}`
  return (await readDwelling(db, own)) ?? null
}

/** A house with its families in the order of their keys; undefined where the viewer of `db` sees none of them. */
export async function findDwelling(db: Db, dwellingId: string): Promise<Dwelling | undefined> {
  return readDwelling(db, sql`${dwellingId}`)
}

async function readDwelling(
  db: Db,
  dwellingId: RawBuilder<unknown>,
): Promise<Dwelling | undefined> {
  const { rows } = await sql`
    select d.dwelling_id as "dwellingId", f.family_id as "familyId", f.head_name as "headName",
      f.member_count as "memberCount", f.address, f.rt, f.rw, f.ward, (
        select coalesce(jsonb_agg(jsonb_build_object('by', item ->> 'by', 'source',
          case when r.row_no is not null then jsonb_build_object('file', s.file, 'sheet', s.sheet, 'row', r.row) end)
          order by place), '[]')
        from jsonb_array_elements(d.shared) with ordinality as e (item, place)
        left join import_row r on r.row_no = (item ->> 'rowNo')::integer
        left join list_sheet s on s.sheet_no = r.sheet_no) as shared
    from dwelling_family d join family f on f.family_id = d.family_id
    where d.dwelling_id = (${dwellingId}) order by f.family_id`.execute(db)
  const lines = z.array(Line).parse(rows)
  const [first] = lines
  if (!first) return undefined
  return {
    dwellingId: first.dwellingId,
    families: lines.map(({ ward, dwellingId: _, ...family }) => ({
      ...family,
      wardName: ward === null ? null : (regionName(ward) ?? ward),
    })),
  }
}
