import { sql } from 'kysely'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import { calibrationOf, proposedThresholdBits, usualThresholdBits } from './calibration.ts'
import type { LinkageProposal } from './judgement-schema.ts'
import { findJudgedPairs } from './judgement-store.ts'

interface Adopted {
  readonly threshold_no: number
  readonly threshold_bits: number
  readonly adopted_at: string
}

async function findAdopted(db: Db): Promise<Adopted | undefined> {
  const { rows } = await sql<Adopted>`
    select threshold_no, threshold_bits::double precision as threshold_bits, adopted_at
    from linkage_threshold where ended_at is null`.execute(db)
  return rows[0]
}

/** Bits from which a pair joins by itself, where somebody adopted others than the usual. */
export async function findThresholdBits(db: Db): Promise<number | undefined> {
  return (await findAdopted(db))?.threshold_bits
}

/** What people's answers say of the linkage, and which threshold they propose. */
export async function findProposal(scoped: Db): Promise<LinkageProposal> {
  const calibration = calibrationOf(await findJudgedPairs(scoped))
  const adopted = await findAdopted(scoped)
  const presentBits = adopted?.threshold_bits ?? usualThresholdBits
  const proposedBits = proposedThresholdBits(calibration.shift, presentBits)
  return {
    calibration,
    threshold: {
      presentBits,
      adoptedAt: adopted?.adopted_at ?? null,
      proposedBits,
      joins: proposedBits === null ? 0 : await countJoined(scoped, proposedBits),
    },
  }
}

/** Doubtful pairs that nobody decided and a threshold would join unasked. */
async function countJoined(scoped: Db, thresholdBits: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from review_pair
    where left_person_id <> right_person_id and weight_bits >= ${thresholdBits}`.execute(scoped)
  return rows[0]?.count ?? 0
}

/**
 * Has a proposal hold from the next making of the register on.
 *
 * @throws AppError `threshold-not-proposed` where the answers propose another by now, or none.
 */
export async function adoptThreshold(
  tx: Db,
  { calibration, threshold }: LinkageProposal,
  { thresholdBits, accountId }: { readonly thresholdBits: number; readonly accountId: string },
): Promise<void> {
  if (threshold.proposedBits === null || threshold.proposedBits !== thresholdBits) {
    throw new AppError('threshold-not-proposed', {})
  }
  await endThreshold(tx, accountId)
  await sql`
    insert into linkage_threshold (threshold_bits, judged, same, adopted_by)
    values (${thresholdBits}, ${calibration.pairs}, ${calibration.same}, ${accountId})`.execute(tx)
}

/** Has the usual threshold hold again; whether another did. */
export async function endThreshold(tx: Db, accountId: string): Promise<boolean> {
  await sql`lock table linkage_threshold in share row exclusive mode`.execute(tx)
  const { numAffectedRows = 0n } = await sql`
    update linkage_threshold set ended_at = now(), ended_by = ${accountId}
    where ended_at is null`.execute(tx)
  return numAffectedRows > 0n
}
