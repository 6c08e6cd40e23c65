import { describe, expect, it } from 'vitest'
import { TestClock } from '../../../test/api.ts'
import { makeAttemptLimit } from './attempts.ts'

const waiting = (waitSeconds: number) =>
  expect.objectContaining({ code: 'too-many-attempts', details: { waitSeconds } })

function failing(times: number) {
  const clock = new TestClock()
  const limit = makeAttemptLimit(clock.read)
  for (let time = 0; time < times; time++) limit.failed('a')
  return { clock, limit }
}

describe('the limit of attempts', () => {
  it('lets five failures pass, then asks to wait a minute', () => {
    expect(() => failing(4).limit.check('a')).not.toThrow()
    const { clock, limit } = failing(5)
    expect(() => limit.check('a')).toThrow(waiting(60))
    expect(() => limit.check('b')).not.toThrow()
    clock.moveMinutes(1)
    expect(() => limit.check('a')).not.toThrow()
  })

  it('doubles the wait, up to a quarter of an hour', () => {
    expect(() => failing(6).limit.check('a')).toThrow(waiting(120))
    expect(() => failing(30).limit.check('a')).toThrow(waiting(900))
  })

  it('forgets after a success and after an hour', () => {
    const known = failing(9)
    known.limit.succeeded('a')
    expect(() => known.limit.check('a')).not.toThrow()
    const old = failing(9)
    old.clock.moveMinutes(61)
    old.limit.failed('a')
    expect(() => old.limit.check('a')).not.toThrow()
  })
})
