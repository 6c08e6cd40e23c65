import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { systemRandom } from '#platform/random'
import { makeSecret, signatureOf } from './signature.ts'

const guide = new URL('../../../docs/guides/other-systems.md', import.meta.url)
const Receiver = z.object({
  isGenuine: z.function({
    input: [z.string(), z.string(), z.string(), z.number()],
    output: z.boolean(),
  }),
})

/** The check as the guide tells receivers to make it. */
async function receiverOfTheGuide() {
  const [, code = ''] = /```js\n([\s\S]*?)```/.exec(readFileSync(guide, 'utf8')) ?? []
  const module: unknown = await import(`data:text/javascript,${encodeURIComponent(code)}`)
  return Receiver.parse(module).isGenuine
}

describe('a signature', () => {
  it('is known by a receiver that checks as the guide says, for five minutes', async () => {
    const isGenuine = await receiverOfTheGuide()
    const now = new Date('2026-07-01T02:00:00.400Z')
    const secret = makeSecret(systemRandom)
    const header = signatureOf('{"a":1}', secret, now)
    const at = (seconds: number) => now.getTime() + seconds * 1000
    expect(header).toMatch(/^t=1782871200,v1=[0-9a-f]{64}$/)
    expect(isGenuine('{"a":1}', header, secret, at(0))).toBe(true)
    expect(isGenuine('{"a":1}', header, secret, at(299))).toBe(true)
    expect(isGenuine('{"a":1}', header, secret, at(302))).toBe(false)
    expect(isGenuine('{"a":2}', header, secret, at(0))).toBe(false)
    expect(isGenuine('{"a":1}', header, makeSecret(systemRandom), at(0))).toBe(false)
    expect(isGenuine('{"a":1}', header.replace('t=1', 't=2'), secret, at(0))).toBe(false)
    expect(isGenuine('{"a":1}', 'nonsense', secret, at(0))).toBe(false)
  })
})
