import type { FastifyRequest } from 'fastify'
import { findKnownDevice } from './known-device.ts'
import type { SignInParts } from './parts.ts'

/** Whose failed attempts are counted together. */
export interface Caller {
  readonly key: string
  readonly isKnownDevice: boolean
}

/** A device known for the account, else the user name from one address. */
export function caller(
  request: FastifyRequest,
  userName: string,
  { cookies, secrets }: SignInParts,
): Caller {
  const device = findKnownDevice(cookies.findDevice(request), userName, secrets)
  return device
    ? { key: `device ${device}`, isKnownDevice: true }
    : { key: `${userName.toLowerCase()} ${request.ip}`, isKnownDevice: false }
}
