import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { engines, withDatabase } from '../../test/database.ts'
import { onceByKey } from './idempotency.ts'

const Answer = z.object({ no: z.number() })

describe.each(engines)('a write with a key on %s', (engine) => {
  const ask = { accountId: 'a', key: 'key-1', request: { amountRp: 100 } }

  it('is done once; the repetition gets the first answer', () =>
    withDatabase(engine, async (db) => {
      let calls = 0
      const work = async () => ({ no: ++calls })
      expect(await onceByKey(db, ask, Answer, work)).toEqual({ no: 1 })
      expect(await onceByKey(db, ask, Answer, work)).toEqual({ no: 1 })
      expect(await onceByKey(db, { ...ask, accountId: 'b' }, Answer, work)).toEqual({ no: 2 })
      expect(await onceByKey(db, { ...ask, key: 'key-2' }, Answer, work)).toEqual({ no: 3 })
    }))

  it('refuses the key for another request', () =>
    withDatabase(engine, async (db) => {
      const work = async () => ({ no: 1 })
      await onceByKey(db, ask, Answer, work)
      const other = { ...ask, request: { amountRp: 200 } }
      await expect(onceByKey(db, other, Answer, work)).rejects.toMatchObject({
        code: 'idempotency-key-reused',
      })
    }))
})
