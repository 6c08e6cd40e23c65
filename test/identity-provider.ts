import { once } from 'node:events'
import { createServer } from 'node:http'
import Provider, { type Configuration } from 'oidc-provider'

/** What a provider of a test knows of a person. */
export type Claims = Readonly<Record<string, unknown>>

/** A real OpenID provider on a port of this machine. */
export interface TestProvider {
  readonly issuer: string
  /** Takes a browser to the address, lets `who` sign in there, and says where it is sent back. */
  readonly signIn: (address: string, who: string) => Promise<string>
  readonly stop: () => Promise<void>
}

/** Starts a provider whose only client is configured by `client`, and who knows `people`. */
export async function startProvider(
  client: NonNullable<Configuration['clients']>[number],
  people: Readonly<Record<string, Claims>>,
  configuration: Configuration = {},
): Promise<TestProvider> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const issuer = `http://127.0.0.1:${port}`
  const provider = new Provider(issuer, {
    clients: [client],
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => ({ sub, ...people[sub] }),
    }),
    claims: { openid: ['sub'], profile: ['name', 'nip', 'nip_verified'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['a key of the tests'] },
    pkce: { required: () => true },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    features: { devInteractions: { enabled: false } },
    // Nobody is asked what the client may see: whoever signs in has agreed.
    loadExistingGrant: async (context) => {
      const { session, client: asking } = context.oidc
      const grant = new context.oidc.provider.Grant({
        accountId: session?.accountId ?? '',
        clientId: asking?.clientId ?? '',
      })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
    ...configuration,
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) {
      void answer(request, response)
      return
    }
    const who = new URL(request.url, issuer).searchParams.get('who')
    const result = who ? { login: { accountId: who } } : { error: 'access_denied' }
    void provider.interactionFinished(request, response, result)
  })
  return {
    issuer,
    signIn: (start, who) => walk(start, who, issuer),
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Follows the redirects as a browser with cookies does, until they lead away from the provider. */
async function walk(start: string, who: string, issuer: string): Promise<string> {
  const jar = new Map<string, string>()
  let address = start
  for (let hop = 0; hop < 10; hop++) {
    const url = new URL(address, issuer)
    if (url.origin !== issuer) return url.href
    if (url.pathname.startsWith('/interaction/')) url.searchParams.set('who', who)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    const next = answer.headers.get('location')
    if (next === null) throw new Error(`the provider answered ${answer.status} at ${url.pathname}`)
    address = next
  }
  throw new Error('too many redirects')
}
