import { isIP } from 'node:net'
import { AppError } from '#platform/errors'
import type { Networks } from '#platform/networks'

const onThisMachine = ['localhost', '127.0.0.1', '[::1]']

/**
 * The address of a webhook as it is kept: `https://`, or `http://` on this machine, without a user.
 *
 * A name is looked up when a message is sent, and its addresses are weighed then.
 * @throws AppError `webhook-address-refused`.
 */
export function readWebhookUrl(text: string, networks: Networks): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.username !== '' || url.password !== '') {
    throw new AppError('webhook-address-refused', { why: 'unreadable' })
  }
  const isHere = onThisMachine.includes(url.hostname)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere)) {
    throw new AppError('webhook-address-refused', { why: 'insecure' })
  }
  const address = url.hostname === 'localhost' ? '127.0.0.1' : bareHost(url)
  if (isIP(address) !== 0 && !networks.mayReach(address)) {
    throw new AppError('webhook-address-refused', { why: 'private' })
  }
  url.hash = ''
  return url.href
}

/** A host without the brackets of an IPv6 address. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '')
}
