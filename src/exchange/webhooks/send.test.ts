import { describe, expect, it } from 'vitest'
import { type Networks, openInternet, readNetworks } from '#platform/networks'
import { startReceiver } from '../../../test/receiver.ts'
import { readWebhookUrl } from './address.ts'
import { send } from './send.ts'

const thisMachine = readNetworks('127.0.0.1 ::1') ?? openInternet
const message = { body: '{}', headers: { 'betang-event': 'run-finished' } }

describe('a message', () => {
  it('arrives as it is, once, and its answer is told by its status', async () => {
    const answers = [204, 500]
    const receiver = await startReceiver(() => answers.shift() ?? 200)
    expect(await send({ ...message, url: receiver.url }, thisMachine)).toEqual({ status: 204 })
    expect(await send({ ...message, url: receiver.url }, thisMachine)).toEqual({ status: 500 })
    expect(receiver.received).toMatchObject([
      {
        path: '/hook',
        body: '{}',
        headers: { 'betang-event': 'run-finished', 'content-type': 'application/json' },
      },
      {},
    ])
    await receiver.close()
  })

  it('does not go where an answer points', async () => {
    const other = await startReceiver()
    const receiver = await startReceiver(() => ({ location: other.url }))
    expect(await send({ ...message, url: receiver.url }, thisMachine)).toEqual({ status: 302 })
    expect(other.received).toEqual([])
    await receiver.close()
    await other.close()
  })

  it.each(['127.0.0.1', 'localhost', '[::1]'])('does not go inside: %s', async (host) => {
    const receiver = await startReceiver()
    const url = receiver.url.replace('127.0.0.1', host)
    expect(await send({ ...message, url }, openInternet)).toEqual({ fault: 'private-address' })
    expect(receiver.received).toEqual([])
    await receiver.close()
  })

  it('goes to the very address that was weighed, by name too', async () => {
    const receiver = await startReceiver()
    const asked: string[] = []
    const noting: Networks = {
      mayReach(address) {
        asked.push(address)
        return address === '127.0.0.1'
      },
    }
    const url = receiver.url.replace('127.0.0.1', 'localhost')
    expect(await send({ ...message, url }, noting)).toEqual({ status: 200 })
    expect(asked).toContain('127.0.0.1')
    await receiver.close()
  })

  it('that nobody takes tells why', async () => {
    const receiver = await startReceiver()
    await receiver.close()
    expect(await send({ ...message, url: receiver.url }, thisMachine)).toEqual({
      fault: 'econnrefused',
    })
    expect(await send({ ...message, url: 'https://nowhere.invalid/' }, thisMachine)).toEqual({
      fault: expect.stringMatching(/^(enotfound|eai-again)$/),
    })
  })
})

describe('the address of a webhook', () => {
  it.each(['https://contoh.example/x?a=1', 'https://8.8.8.8:8443/'])('may be %s', (url) => {
    expect(readWebhookUrl(url, openInternet)).toBe(url)
  })

  it.each([
    ['http://contoh.example/', 'insecure'],
    ['ftp://contoh.example/', 'insecure'],
    ['nonsense', 'unreadable'],
    ['https://user@contoh.example/', 'unreadable'],
    ['https://u:p@contoh.example/', 'unreadable'],
    ['https://10.0.0.7/', 'private'],
    ['https://0x7f000001/', 'private'],
    ['https://[::ffff:169.254.169.254]/', 'private'],
    ['http://127.0.0.1:9000/', 'private'],
    ['http://localhost/', 'private'],
  ])('may not be %s: %s', (url, why) => {
    expect(() => readWebhookUrl(url, openInternet)).toThrow(
      expect.objectContaining({ code: 'webhook-address-refused', details: { why } }),
    )
  })

  it('may be inside where that network is allowed, without TLS on this machine only', () => {
    const office = readNetworks('10.0.0.0/8 127.0.0.1') ?? openInternet
    expect(readWebhookUrl('https://10.0.0.7/', office)).toBe('https://10.0.0.7/')
    expect(readWebhookUrl('http://localhost:9000/', office)).toBe('http://localhost:9000/')
    expect(() => readWebhookUrl('http://10.0.0.7/', office)).toThrow()
  })
})
