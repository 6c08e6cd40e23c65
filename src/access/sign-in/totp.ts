import { Secret, TOTP } from 'otpauth'
import QRCode from 'qrcode'
import type { Random } from '#platform/random'

/** What an authenticator app is told once. */
export interface TotpKey {
  readonly secret: string
  /** `otpauth://…`, which the picture holds too. */
  readonly uri: string
  readonly qrSvg: string
}

const secretBytes = 20
/** A phone's clock may be this many half minutes off. */
const window = 1

/** A secret for an authenticator app, in base32. */
export function makeTotpSecret(random: Random): string {
  return new Secret({ buffer: Uint8Array.from(random(secretBytes)).buffer }).base32
}

/** The secret as an app takes it: text, address and QR picture. */
export async function describeTotp(secret: string, userName: string): Promise<TotpKey> {
  const uri = totpOf(secret, userName).toString()
  return { secret, uri, qrSvg: await QRCode.toString(uri, { type: 'svg', margin: 2 }) }
}

/** Which half minute since 1970 a code of six digits belongs to; undefined for a wrong one. */
export function findCounter(secret: string, code: string, nowMs: number): number | undefined {
  const totp = totpOf(secret, '')
  const delta = totp.validate({ token: code, timestamp: nowMs, window })
  return delta === null ? undefined : totp.counter({ timestamp: nowMs }) + delta
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({ issuer: 'Betang', label, secret: Secret.fromBase32(secret) })
}
