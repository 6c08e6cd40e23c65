import { sql } from 'kysely'
import type { Db } from '#platform/db'
import { type Reviewer, reviewPairRefs } from '#registry'

/** Help of one programme within so many days is one season, as in the ledger's overlaps. */
const seasonDays = 92

/**
 * Pairs that wait for a reviewer, by `rank`: where two differ (0), a second look (1), doubtful pairs that
 * nobody has decided (2). Of these, first those that would join two families, then those whose families
 * got the same help in one season, then the most doubtful.
 *
 * A second look says nothing of the register, which the first answer has changed already.
 */
export function pairQueueSql({ accountId, maySettle, secondShare }: Reviewer) {
  return sql`(
    select case when s.answer is null then 1 else 0 end as rank, 0 as joined, 0 as doubled, 0 as doubt,
      f.judgement_no as no, f.left_ref, f.right_ref, l.row_no as left_row_no, r.row_no as right_row_no,
      f.probability, f.evidence,
      case when s.answer is not null then jsonb_build_array(
        jsonb_build_object('answer', f.answer, 'organisationId', f.organisation_id, 'at', f.judged_at),
        jsonb_build_object('answer', s.answer, 'organisationId', s.organisation_id, 'at', s.judged_at))
      else '[]' end as answers
    from pair_judgement f
    left join pair_judgement s on s.left_ref = f.left_ref and s.right_ref = f.right_ref
      and s.turn = 2 and s.ended_at is null
    left join pair_judgement t on t.left_ref = f.left_ref and t.right_ref = f.right_ref
      and t.turn = 3 and t.ended_at is null
    ${rowOf('left', 'l')} ${rowOf('right', 'r')}
    where f.turn = 1 and f.ended_at is null and f.judged_by <> ${accountId}
      and case when s.answer is null then f.draw < ${secondShare}::double precision
        else s.answer <> f.answer and t.answer is null and s.judged_by <> ${accountId} and ${maySettle}::boolean end
    union all
    select 2, joined, case when joined = 1 then (
        select count(distinct one.programme)::integer
        from received one join received other on other.programme = one.programme
        where one.family_id = p.left_family_id and other.family_id = p.right_family_id
          and (one.received_on is null or other.received_on is null
            or abs(one.received_on - other.received_on) <= ${seasonDays})) else 0 end,
      doubt, pair_no, left_ref, right_ref, left_row_no, right_row_no, probability, evidence, '[]'
    from (
      select p.*, l.family_id as left_family_id, r.family_id as right_family_id,
        (l.family_id is distinct from r.family_id)::integer as joined,
        abs(round(p.probability * 1000 - 500))::integer as doubt
      from ${reviewPairRefs} p
      join import_row l on l.row_no = p.left_row_no
      join import_row r on r.row_no = p.right_row_no) as p
    where not exists (
        select 1 from register_change c
        where c.kind in ('same-person', 'other-person') and c.state in ('in-force', 'proposed')
          and least(c.left_ref, c.right_ref) = least(p.left_ref, p.right_ref)
          and greatest(c.left_ref, c.right_ref) = greatest(p.left_ref, p.right_ref))
      and not exists (
        select 1 from pair_judgement f
        where f.ended_at is null and f.turn = 1
          and f.left_ref = least(p.left_ref, p.right_ref) and f.right_ref = greatest(p.left_ref, p.right_ref)))`
}

/** The row of one side of a judged pair, while its list counts. */
function rowOf(side: 'left' | 'right', name: 'l' | 'r') {
  const ref = sql.ref(`f.${side}_ref`)
  const sheet = sql.ref(`${name}s`)
  const row = sql.ref(name)
  return sql`
    join list_sheet ${sheet} on ${sheet}.file = ${ref} ->> 'file' and ${sheet}.sheet = ${ref} ->> 'sheet'
    join import_row ${row} on ${row}.sheet_no = ${sheet}.sheet_no and ${row}.row = (${ref} ->> 'row')::integer`
}

/** How many pairs wait for a reviewer. */
export async function countPairQueue(scoped: Db, reviewer: Reviewer): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from ${pairQueueSql(reviewer)} as q`.execute(scoped)
  return rows[0]?.count ?? 0
}
