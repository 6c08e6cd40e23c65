import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Db } from '#platform/db'
import { withApi } from '../../../test/api.ts'
import { engines } from '../../../test/database.ts'
import { signInAs } from '../../../test/people.ts'
import { findSourcesStamp } from '../made-from.ts'
import { findThresholdBits } from './threshold-store.ts'

interface Judged {
  /** Judged pairs of even odds by the model, and how many of them are the same. */
  readonly pairs: number
  readonly same: number
}

/** Judged pairs of rows of no list, and one that waits, of which the model holds 6 of 10 the same. */
async function fillJudged(db: Db, { pairs, same }: Judged): Promise<void> {
  await sql`
    insert into pair_judgement (left_ref, right_ref, turn, answer, weight_bits, probability, evidence, draw,
      organisation_id, judged_by)
    select jsonb_build_object('file', 'a', 'sheet', '', 'row', no),
      jsonb_build_object('file', 'b', 'sheet', '', 'row', no), 1,
      case when no <= ${same} then 'same-person' else 'other-person' end, 0, 0.5, '[]'::jsonb, 0.9,
      a.organisation_id, a.account_id
    from generate_series(1, ${pairs}::integer) as g (no), (select * from account limit 1) as a`.execute(
    db,
  )
  await db
    .insertInto('review_pair')
    .values({
      pair_no: 0,
      left_row_no: 0,
      right_row_no: 1,
      left_person_id: 'person0000',
      right_person_id: 'person0001',
      weight_bits: 0.6,
      probability: 0.6,
      evidence: '[]',
    })
    .execute()
}

describe.each(engines)('the threshold of the linkage on %s', (engine) => {
  it('is proposed from the answers, holds when somebody adopts it, and is taken back', () =>
    withApi(engine, async (test) => {
      await fillJudged(test.db, { pairs: 250, same: 200 })
      const office = await signInAs(test, 'secretariat')
      const before = await findSourcesStamp(test.db)
      const { body } = await office.call('GET', '/linkage-threshold')
      // Four of five were the same where the model said even: two bits too careful.
      expect(body.calibration).toMatchObject({ pairs: 250, same: 200, shift: { bits: 2 } })
      expect(body.threshold).toEqual({
        presentBits: 1,
        adoptedAt: null,
        proposedBits: -1,
        joins: 1,
      })
      // A proposal is none of anybody's decisions.
      expect(await findThresholdBits(test.db)).toBeUndefined()
      expect(await findSourcesStamp(test.db)).toBe(before)

      const other = await office.call('PUT', '/linkage-threshold', { thresholdBits: 0 })
      expect(other).toMatchObject({ status: 409, body: { code: 'threshold-not-proposed' } })
      const adopted = await office.call('PUT', '/linkage-threshold', { thresholdBits: -1 })
      expect(adopted).toMatchObject({
        status: 200,
        body: { threshold: { presentBits: -1, proposedBits: null } },
      })
      expect(await findThresholdBits(test.db)).toBe(-1)
      expect(await findSourcesStamp(test.db)).not.toBe(before)

      await office.call('PUT', '/linkage-threshold', { thresholdBits: null })
      expect(await findThresholdBits(test.db)).toBeUndefined()
      expect(await findSourcesStamp(test.db)).toBe(before)
      const { rows } = await sql<{ detail: unknown }>`
        select detail from audit_event where action = 'adopt-linkage-threshold' order by detail ->> 'thresholdBits'`.execute(
        test.db,
      )
      expect(rows.map(({ detail }) => detail)).toEqual([
        { thresholdBits: -1 },
        { thresholdBits: 'usual' },
      ])
    }))

  it('is not proposed from a few answers, and the quality of data tells how right the model was', () =>
    withApi(engine, async (test) => {
      await fillJudged(test.db, { pairs: 60, same: 45 })
      const office = await signInAs(test, 'secretariat')
      const { body } = await office.call('GET', '/linkage-threshold')
      expect(body).toMatchObject({
        calibration: { shift: null },
        threshold: { proposedBits: null },
      })
      const { body: quality } = await office.call('GET', '/data-quality')
      expect(quality.linkage).toMatchObject({ pairs: 60, same: 45 })
      expect(quality.linkage.bands[2]).toEqual({
        fromBits: 0,
        toBits: 2,
        pairs: 60,
        same: 45,
        said: 0.5,
        share: { value: 0.75, from: 0.628, to: 0.842 },
      })
    }))
})
