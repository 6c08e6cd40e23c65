import { sql } from 'kysely'
import { z } from 'zod'
import type { RowFields } from '#intake/schema'
import type { Db } from '#platform/db'
import type { Secrets } from '#platform/secrets'
import type { RegisterChange } from './changes.ts'

const Ref = z.object({ file: z.string(), sheet: z.string(), row: z.number() })
const Refs = z.array(Ref)
/** Fields as they were checked when the change was made. */
const Fields = z.custom<RowFields>((value) => typeof value === 'object' && value !== null)

/** What people decided and did not take back, in the order in which it came in force. */
export async function findChangesInForce(db: Db, secrets: Secrets): Promise<RegisterChange[]> {
  const rows = await db
    .selectFrom('register_change as c')
    .innerJoin('organisation as o', 'o.organisation_id', 'c.organisation_id')
    .select([
      'c.change_no as changeNo',
      'c.kind',
      'c.left_ref',
      'c.right_ref',
      'c.left_with',
      'c.right_with',
      'c.detail_cipher',
      'o.name as provider',
    ])
    .where('c.state', '=', 'in-force')
    .orderBy('c.in_force_at')
    .orderBy('c.change_no')
    .execute()
  return rows.map((row): RegisterChange => {
    const { changeNo, kind, provider } = row
    const detail: unknown =
      row.detail_cipher === null ? undefined : JSON.parse(secrets.unseal(row.detail_cipher))
    if (kind === 'added') return { changeNo, kind, provider, rows: z.array(Fields).parse(detail) }
    const left = Ref.parse(row.left_ref)
    if (kind === 'value') return { changeNo, kind, provider, left, fields: Fields.parse(detail) }
    return {
      changeNo,
      kind,
      left,
      right: Ref.parse(row.right_ref),
      ...(row.left_with && { leftWith: Refs.parse(row.left_with) }),
      ...(row.right_with && { rightWith: Refs.parse(row.right_with) }),
    }
  })
}

/** What of the decisions the register is made from; changes with each that comes in force or ends. */
export async function findChangesStamp(db: Db): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select concat_ws(' ', count(*), max(change_no), sum(change_no), max(in_force_at)) as stamp
    from register_change where state = 'in-force'`.execute(db)
  return rows[0]?.stamp ?? ''
}
