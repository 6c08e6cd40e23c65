import type { FastifyReply, FastifyRequest } from 'fastify'

/** The cookies of sign-in; scripts read none of them. */
export interface Cookies {
  readonly findSession: (request: FastifyRequest) => string | undefined
  readonly setSession: (reply: FastifyReply, token: string) => void
  readonly clearSession: (reply: FastifyReply) => void
  /** Tells a browser in which somebody signed in before. */
  readonly findDevice: (request: FastifyRequest) => string | undefined
  readonly setDevice: (reply: FastifyReply, value: string) => void
  /** Ties a sign-in at an outside provider to the browser that began it. */
  readonly findErrand: (request: FastifyRequest) => string | undefined
  readonly setErrand: (reply: FastifyReply, token: string) => void
  readonly clearErrand: (reply: FastifyReply) => void
}

const deviceSeconds = 180 * 24 * 60 * 60

/**
 * Under HTTPS the names begin with `__Host-`: a browser takes such a cookie from this very host
 * only, never from another of the same domain. Without HTTPS no browser would take it.
 */
export function makeCookies(isHttps: boolean): Cookies {
  const named = (name: string) => (isHttps ? `__Host-${name}` : name)
  const [session, device, errand] = [named('betang'), named('betang-device'), named('betang-oidc')]
  const strict = { path: '/', httpOnly: true, sameSite: 'strict', secure: isHttps } as const
  // The way back from a provider is a link from another site: a strict cookie would stay behind.
  const lax = { ...strict, sameSite: 'lax' } as const
  return {
    findSession: (request) => request.cookies[session],
    setSession: (reply, token) => reply.setCookie(session, token, strict),
    clearSession: (reply) => reply.clearCookie(session, strict),
    findDevice: (request) => request.cookies[device],
    setDevice: (reply, value) =>
      reply.setCookie(device, value, { ...strict, maxAge: deviceSeconds }),
    findErrand: (request) => request.cookies[errand],
    setErrand: (reply, token) => reply.setCookie(errand, token, lax),
    clearErrand: (reply) => reply.clearCookie(errand, lax),
  }
}
