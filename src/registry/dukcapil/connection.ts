import { isIP } from 'node:net'
import { AppError } from '#platform/errors'
import { findSecret } from '#platform/secret-setting'
import { connectGateway } from './gateway.ts'
import type { DukcapilService } from './service.ts'

/**
 * The service that this office has connected; undefined while it has none, which is how Betang comes.
 *
 * @throws AppError `dukcapil-settings-invalid` where the address is neither HTTPS nor this machine's, or
 *   the token is missing.
 */
export function findDukcapil(env: NodeJS.ProcessEnv = process.env): DukcapilService | undefined {
  const address = env.BETANG_DUKCAPIL_URL
  if (!address) return undefined
  const token = findSecret('BETANG_DUKCAPIL_TOKEN', env)?.value
  if (!URL.canParse(address) || !token) throw new AppError('dukcapil-settings-invalid', {})
  const url = new URL(address)
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isThisMachine(url))
  if (!isSafe || url.username !== '') throw new AppError('dukcapil-settings-invalid', {})
  return connectGateway({ url, token })
}

function isThisMachine({ hostname }: URL): boolean {
  if (hostname === 'localhost' || hostname === '[::1]') return true
  return isIP(hostname) === 4 && hostname.startsWith('127.')
}
