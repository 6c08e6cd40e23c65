import type { FastifyReply, FastifyRequest } from 'fastify'
import { inTransaction } from '#platform/db'
import { AppError } from '#platform/errors'
import type { SignedIn } from '#platform/http'
import { randomToken } from '#platform/random'
import { deviceName } from './device-name.ts'
import { deviceMark } from './known-device.ts'
import { recordOwn } from './own-event.ts'
import type { SignInParts } from './parts.ts'
import type { Session } from './schema.ts'
import { deleteSession, findSession, insertSession, type NewSession } from './store.ts'

/** Opens a session under a fresh token, ends the one the browser came with, and sets the cookies. */
export async function startSession(
  request: FastifyRequest,
  reply: FastifyReply,
  who: Pick<NewSession, 'accountId' | 'method' | 'hasSecondFactor'>,
  parts: SignInParts,
): Promise<Session> {
  const { db, clock, random, secrets, cookies } = parts
  const earlier = cookies.findSession(request)
  const token = randomToken(random)
  const device = deviceName(request.headers['user-agent'])
  await inTransaction(db, async (trx) => {
    if (earlier) await deleteSession(trx, earlier)
    await insertSession(trx, { ...who, token, device }, clock)
    await recordOwn(trx, request, who.accountId, 'sign-in', { method: who.method })
  })
  const signedIn = await findSession(db, token, parts)
  if (!signedIn) throw new AppError('sign-in-failed', {})

  cookies.setSession(reply, token)
  cookies.setDevice(reply, deviceMark(signedIn.userName, secrets, random))
  return toSession(signedIn)
}

/** What a browser may know of its session. */
export function toSession(who: SignedIn): Session {
  return {
    userName: who.userName,
    displayName: who.displayName,
    organisationName: who.organisationName,
    language: who.language,
    mustChangePassword: who.mustChangePassword,
    needsSecondFactor: who.needsSecondFactor,
  }
}
