import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { AppError } from '#platform/errors'

const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\])$/

/** HTTPS, but for a provider on this very machine. */
const SecureUrl = z.url().refine(
  (text) => {
    const { protocol, hostname } = new URL(text)
    return protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname))
  },
  { error: 'must be https' },
)

const ProviderSettings = z
  .strictObject({
    /** Stands in addresses. */
    id: z.string().regex(/^[a-z0-9-]{1,40}$/),
    /** As people know it, on the button. */
    name: z.string().min(1).max(60),
    issuer: SecureUrl,
    clientId: z.string().min(1),
    /** Where the provider sends people back: `https://HOST/api/v1/oidc/ID/callback`. */
    redirect: SecureUrl,
    /** One line, the client's secret (`client_secret_basic`). */
    secretFile: z.string().optional(),
    /** PEM, PKCS 8: an EC key (P-256, P-384 or P-521) or RSA (`private_key_jwt`). */
    privateKeyFile: z.string().optional(),
    keyId: z.string().optional(),
    /** Parameters go to the provider directly, not through the browser (RFC 9126). */
    usesPar: z.boolean().default(false),
    scopes: z.array(z.string()).default(['openid']),
    acrValues: z.array(z.string()).default([]),
    /** Claims come from the userinfo endpoint too; its signature, where it signs. */
    userInfo: z.strictObject({ signedBy: z.string().optional() }).optional(),
    claims: z
      .strictObject({
        /** By which an administrator says in advance who will come: a staff number, an e-mail. */
        person: z.string().optional(),
        /** Has to be true for `person` to count. */
        personVerified: z.string().optional(),
      })
      .default({}),
  })
  .refine(
    ({ secretFile, privateKeyFile }) =>
      (secretFile === undefined) !== (privateKeyFile === undefined),
    {
      error: 'either secretFile or privateKeyFile',
    },
  )
export type ProviderSettings = z.infer<typeof ProviderSettings>

const OidcFile = z.strictObject({ providers: z.array(ProviderSettings).max(10) })

/**
 * Identity providers of a settings file; files that it names lie beside it.
 *
 * @throws AppError `file-not-found`, `oidc-settings-invalid`.
 */
export function readOidcSettings(file: string): ProviderSettings[] {
  const parsed = OidcFile.safeParse(readYaml(file))
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      message: issue.message,
    }))
    throw new AppError('oidc-settings-invalid', { path: file, fields })
  }
  const beside = (name: string | undefined) =>
    name === undefined ? undefined : path.resolve(path.dirname(file), name)
  return parsed.data.providers.map((provider) => ({
    ...provider,
    secretFile: beside(provider.secretFile),
    privateKeyFile: beside(provider.privateKeyFile),
  }))
}

function readYaml(file: string): unknown {
  try {
    return parse(readText(file))
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    const fields = [{ path: '', message: 'no YAML' }]
    throw new AppError('oidc-settings-invalid', { path: file, fields }, { cause })
  }
}

/** @throws AppError `file-not-found`. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new AppError('file-not-found', { path: file }, { cause })
  }
}
