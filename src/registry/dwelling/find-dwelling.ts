import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#platform/db'
import { regionName } from '#territory'
import { Dwelling } from './schema.ts'

const Families = Dwelling.shape.families.unwrap().omit({ wardName: true }).extend({
  ward: z.string().nullable(),
})

/** The house of a family, as far as the viewer of `db` may see who lives there; null where no list tells it. */
export async function findDwellingOf(db: Db, familyId: string): Promise<Dwelling | null> {
  const line = await db
    .selectFrom('dwelling_family')
    .select('dwelling_id')
    .where('family_id', '=', familyId)
    .executeTakeFirst()
  return line ? ((await findDwelling(db, line.dwelling_id)) ?? null) : null
}

/** A house with its families in the order of their keys; undefined where the viewer of `db` sees none of them. */
export async function findDwelling(db: Db, dwellingId: string): Promise<Dwelling | undefined> {
  const { rows } = await sql`
    select f.family_id as "familyId", f.head_name as "headName", f.member_count as "memberCount", f.address,
      f.rt, f.rw, f.ward, (
        select coalesce(jsonb_agg(jsonb_build_object('by', item ->> 'by', 'source',
          case when r.row_no is not null then jsonb_build_object('file', s.file, 'sheet', s.sheet, 'row', r.row) end)
          order by place), '[]')
        from jsonb_array_elements(d.shared) with ordinality as e (item, place)
        left join import_row r on r.row_no = (item ->> 'rowNo')::integer
        left join list_sheet s on s.sheet_no = r.sheet_no) as shared
    from dwelling_family d join family f on f.family_id = d.family_id
    where d.dwelling_id = ${dwellingId} order by f.family_id`.execute(db)
  if (rows.length === 0) return undefined
  const families = z.array(Families).parse(rows)
  return {
    dwellingId,
    families: families.map(({ ward, ...family }) => ({
      ...family,
      wardName: ward === null ? null : (regionName(ward) ?? ward),
    })),
  }
}
