import { sql } from 'kysely'
import type { Db } from '#platform/db'
import type { Reviewer } from '#registry'

/**
 * The table `queue`, for a query to go on from: pairs that wait for a reviewer, by `rank`: where two differ
 * (0), a second look (1), doubtful pairs that nobody has decided (2).
 *
 * Places of rows are columns before they are joined by, and decided pairs numbers before they are left out:
 * a look into jsonb is hidden from the indexes by the row policies. `not in` is hashed whatever the planner
 * expects of the decided; none of their numbers is null.
 */
export function pairQueueSql({ accountId, maySettle, secondShare }: Reviewer) {
  return sql`
    with first as materialized (
      select f.judgement_no, f.answer, f.organisation_id, f.judged_by, f.judged_at, f.draw, f.probability,
        f.evidence, f.left_ref, f.right_ref, ${placesOf('f')}
      from pair_judgement f where f.turn = 1 and f.ended_at is null),
    judged as materialized (
      select f.*, s.answer as second_answer, s.organisation_id as second_organisation_id,
        s.judged_at as second_at
      from first f
      left join pair_judgement s on s.left_ref = f.left_ref and s.right_ref = f.right_ref
        and s.turn = 2 and s.ended_at is null
      left join pair_judgement t on t.left_ref = f.left_ref and t.right_ref = f.right_ref
        and t.turn = 3 and t.ended_at is null
      where f.judged_by <> ${accountId}
        and case when s.answer is null then f.draw < ${secondShare}::double precision
          else s.answer <> f.answer and t.answer is null and s.judged_by <> ${accountId}
            and ${maySettle}::boolean end),
    named as materialized (
      select left_file, left_sheet, left_row, right_file, right_sheet, right_row from first
      union
      select * from (
        select ${placesOf('c')} from register_change c
        where c.kind in ('same-person', 'other-person') and c.state in ('in-force', 'proposed')) as c),
    decided as materialized (
      select least(l.row_no, r.row_no) as low, greatest(l.row_no, r.row_no) as high
      from named n ${rowOf('n', 'left', 'l')} ${rowOf('n', 'right', 'r')}),
    queue as materialized (
      select case when j.second_answer is null then 1 else 0 end as rank, 0 as joined, 0 as doubt,
        j.judgement_no as no, l.row_no as left_row_no, r.row_no as right_row_no, l.family_id as left_family_id,
        r.family_id as right_family_id, j.probability, j.evidence,
        case when j.second_answer is not null then jsonb_build_array(
          jsonb_build_object('answer', j.answer, 'organisationId', j.organisation_id, 'at', j.judged_at),
          jsonb_build_object('answer', j.second_answer, 'organisationId', j.second_organisation_id,
            'at', j.second_at))
        else '[]' end as answers
      from judged j ${rowOf('j', 'left', 'l')} ${rowOf('j', 'right', 'r')}
      union all
      select 2, (l.family_id is distinct from r.family_id)::integer,
        abs(round(p.probability * 1000 - 500))::integer, p.pair_no, p.left_row_no, p.right_row_no, l.family_id,
        r.family_id, p.probability, p.evidence, '[]'
      from review_pair p
      join import_row l on l.row_no = p.left_row_no
      join import_row r on r.row_no = p.right_row_no
      where (least(p.left_row_no, p.right_row_no), greatest(p.left_row_no, p.right_row_no))
        not in (select low, high from decided))`
}

/** The places of both rows of `name`, as columns. */
function placesOf(name: string) {
  const side = (of: 'left' | 'right') => {
    const ref = sql.ref(`${name}.${of}_ref`)
    return sql`${ref} ->> 'file' as ${sql.ref(`${of}_file`)}, ${ref} ->> 'sheet' as ${sql.ref(`${of}_sheet`)},
      (${ref} ->> 'row')::integer as ${sql.ref(`${of}_row`)}`
  }
  return sql`${side('left')}, ${side('right')}`
}

/** The row at one of the places of `name`, while its list counts. */
function rowOf(name: string, side: 'left' | 'right', as: 'l' | 'r') {
  const [row, sheet] = [sql.ref(as), sql.ref(`${as}s`)]
  const of = (part: string) => sql.ref(`${name}.${side}_${part}`)
  return sql`
    join list_sheet ${sheet} on ${sheet}.file = ${of('file')} and ${sheet}.sheet = ${of('sheet')}
    join import_row ${row} on ${row}.sheet_no = ${sheet}.sheet_no and ${row}.row = ${of('row')}`
}

/** How many pairs wait for a reviewer. */
export async function countPairQueue(scoped: Db, reviewer: Reviewer): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    ${pairQueueSql(reviewer)} select count(*)::integer as count from queue`.execute(scoped)
  return rows[0]?.count ?? 0
}
