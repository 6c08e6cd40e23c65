import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#platform/db'
import { fromCursor, toCursor } from '#platform/http'
import { regionName, wards } from '#territory'
import {
  type AllocationPage,
  AllocationRow,
  type AllocationRows,
  type AllocationRowsFilter,
  type OfferLine,
  sectors,
} from './schema.ts'

const pageSize = 50

const PlanDetail = z.object({ offerPrices: z.record(z.string(), z.number()).default({}) })

/** The plan in numbers, by sector, ward and offer, and why needs went without. */
export async function findAllocation(db: Db): Promise<AllocationPage> {
  const offers = await findOfferLines(db)
  return {
    plan: await findPlan(db, offers),
    sectors: await servedBySector(db),
    wards: await servedByWard(db),
    offers,
    unservedReasons: await unservedByReason(db),
  }
}

async function findPlan(db: Db, offers: readonly OfferLine[]): Promise<AllocationPage['plan']> {
  const plan = await db
    .selectFrom('allocation_plan')
    .selectAll()
    .orderBy('planned_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!plan) return null
  const { count } = await db
    .selectFrom('need')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return {
    planId: plan.plan_id,
    on: plan.planned_on,
    needs: count,
    served: plan.served,
    amountRp: offers.reduce((sum, { usedRp }) => sum + usedRp, 0),
    budgetRp: offers.reduce((sum, offer) => sum + (offer.units ?? 0) * offer.unitCostRp, 0),
    value: plan.value,
    upperBound: plan.upper_bound,
  }
}

async function servedBySector(db: Db): Promise<AllocationPage['sectors']> {
  const { rows } = await sql<{ sector: string; needs: number; served: number }>`
    select n.sector, count(*)::integer as needs, count(a.need_id)::integer as served
    from need n left join allocation_line a using (need_id) group by n.sector`.execute(db)
  const counts = new Map(rows.map((row) => [row.sector, row]))
  return sectors.map((sector) => ({
    sector,
    needs: counts.get(sector)?.needs ?? 0,
    served: counts.get(sector)?.served ?? 0,
  }))
}

async function servedByWard(db: Db): Promise<AllocationPage['wards']> {
  const { rows } = await sql<{ ward: string; needs: number; served: number }>`
    select n.ward, count(*)::integer as needs, count(a.need_id)::integer as served
    from need n left join allocation_line a using (need_id)
    where n.ward is not null group by n.ward`.execute(db)
  const counts = new Map(rows.map((row) => [row.ward, row]))
  return wards.map(({ code, name }) => ({
    code,
    name,
    needs: counts.get(code)?.needs ?? 0,
    served: counts.get(code)?.served ?? 0,
  }))
}

async function unservedByReason(db: Db): Promise<AllocationPage['unservedReasons']> {
  const { rows } = await sql<{ reason_code: string; needs: number }>`
    select reason_code, count(*)::integer as needs
    from unserved group by reason_code order by needs desc, reason_code`.execute(db)
  return rows.map(({ reason_code, needs }) => ({ reasonCode: reason_code, needs }))
}

/** Every offer with what of it the plan uses, what is left and why, and what it asks. */
export async function findOfferLines(db: Db): Promise<OfferLine[]> {
  const offers = await db.selectFrom('offer').selectAll().orderBy('offer_id').execute()
  const questions = await db
    .selectFrom('offer_question')
    .selectAll()
    .orderBy('question_no')
    .execute()
  const plan = await db.selectFrom('allocation_plan').selectAll().limit(1).executeTakeFirst()
  const { rows: uses } = await sql<{ offer_id: string; used: number; used_rp: number }>`
    select offer_id, sum(units)::double precision as used, sum(amount_rp)::bigint as used_rp
    from allocation_line group by offer_id`.execute(db)
  const useOf = new Map(uses.map((row) => [row.offer_id, row]))
  const { offerPrices } = PlanDetail.parse(plan?.detail ?? {})

  return offers.map((offer) => {
    const use = useOf.get(offer.offer_id)
    const own = questions.filter(({ offer_id }) => offer_id === offer.offer_id)
    const used = Math.round((use?.used ?? 0) * 100) / 100
    return {
      offerId: offer.offer_id,
      provider: offer.provider,
      what: offer.what,
      sector: offer.sector,
      indicator: offer.indicator,
      units: offer.units,
      unitCostRp: offer.unit_cost_rp,
      used,
      usedRp: use?.used_rp ?? 0,
      pricePoints: Math.round(offerPrices[offer.offer_id] ?? 0),
      leftReason: leftReason(offer, used, plan?.planned_on, own.length > 0),
      wards: offer.wards.map((code) => regionName(code) ?? code),
      filter: offer.filter,
      questions: own.map(({ code, text, text_en, effect, effect_en }) => ({
        code,
        textId: text,
        textEn: text_en,
        effectId: effect,
        effectEn: effect_en,
      })),
    }
  })
}

/** Why something of an offer is left over; null when it is used up. */
function leftReason(
  offer: { units: number | null; window_from: string | null; window_to: string | null },
  used: number,
  on: string | undefined,
  hasQuestion: boolean,
): string | null {
  if (offer.units !== null && used >= offer.units - 0.005) return null
  if (on !== undefined && ((offer.window_from ?? on) > on || (offer.window_to ?? on) < on)) {
    return 'outside-window'
  }
  return hasQuestion ? 'filter-unknown' : 'no-more-eligible'
}

/** Who gets what from whom and why, or who goes without and why; highest score first. */
export async function findAllocationRows(
  db: Db,
  filter: AllocationRowsFilter,
): Promise<AllocationRows> {
  const after = filter.cursor === undefined ? undefined : fromCursor(filter.cursor, 2)
  const isServed = filter.state === 'served'
  const conditions = sql.join(
    [
      isServed ? sql`a.need_id is not null` : sql`u.need_id is not null`,
      ...(filter.offerId === undefined ? [] : [sql`a.offer_id = ${filter.offerId}`]),
      ...(filter.ward === undefined ? [] : [sql`n.ward = ${filter.ward}`]),
      ...(filter.sector === undefined ? [] : [sql`n.sector = ${filter.sector}`]),
      ...(filter.reasonCode === undefined ? [] : [sql`u.reason_code = ${filter.reasonCode}`]),
      ...(filter.familyId === undefined ? [] : [sql`n.family_id = ${filter.familyId}`]),
    ],
    sql` and `,
  )
  const joins = sql`
    from need n
    join family_line f using (family_id)
    left join person p on p.person_id = n.person_id
    left join allocation_line a using (need_id)
    left join offer o using (offer_id)
    left join unserved u on u.need_id = n.need_id
    where ${conditions}`
  const { rows: counts } = await sql<{ count: number }>`
    select count(*)::integer as count ${joins}`.execute(db)
  const page = after
    ? sql`and (-n.score, n.need_id) > (${after[0]}::integer, ${after[1]}::text)`
    : sql``
  const { rows } = await sql<AllocationRowRecord>`
    select n.need_id, n.family_id, f.head_name, p.name as person_name, n.ward, n.sector,
      n.indicator, n.score, a.offer_id, o.provider, o.what, a.amount_rp,
      coalesce(a.reason, '') as reason, coalesce(a.reason_en, '') as reason_en, u.reason_code, u.cutoff
    ${joins} ${page}
    order by n.score desc, n.need_id limit ${pageSize + 1}`.execute(db)
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined
  return {
    rows: rows.slice(0, pageSize).map(toAllocationRow),
    total: counts[0]?.count ?? 0,
    nextCursor: last ? toCursor([-last.score, last.need_id]) : null,
  }
}

interface AllocationRowRecord {
  readonly need_id: string
  readonly family_id: string
  readonly head_name: string
  readonly person_name: string | null
  readonly ward: string | null
  readonly sector: string
  readonly indicator: string
  readonly score: number
  readonly offer_id: string | null
  readonly provider: string | null
  readonly what: string | null
  readonly amount_rp: number | null
  readonly reason: string
  readonly reason_en: string
  readonly reason_code: string | null
  readonly cutoff: number | null
}

function toAllocationRow(row: AllocationRowRecord): AllocationRow {
  return AllocationRow.parse({
    needId: row.need_id,
    familyId: row.family_id,
    headName: row.head_name,
    personName: row.person_name,
    wardName: row.ward === null ? null : (regionName(row.ward) ?? row.ward),
    sector: row.sector,
    indicator: row.indicator,
    score: row.score,
    offerId: row.offer_id,
    provider: row.provider,
    what: row.what,
    amountRp: row.amount_rp,
    reasonId: row.reason,
    reasonEn: row.reason_en,
    reasonCode: row.reason_code,
    cutoff: row.cutoff,
  })
}
