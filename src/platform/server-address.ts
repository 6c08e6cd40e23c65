/** Where a connection string of PostgreSQL leads, and how. */
export interface ServerAddress {
  /** A socket on this machine, and its own address, are no other host. */
  readonly isOtherHost: boolean
  /** Nothing is sent before the connection is encrypted: `pg` does not fall back to one that is not. */
  readonly isEncrypted: boolean
  /** TLS without a look at the server's certificate: anyone in between may answer. */
  readonly isUnchecked: boolean
}

/** Reads a connection string as `pg` does. */
export function readAddress(url: string): ServerAddress {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  const host = parsed?.searchParams.get('host') ?? parsed?.hostname ?? ''
  const isHere = host === '' || /^(?:\/|%2F|localhost$|127(?:\.\d+){3}$|\[?::1\]?$)/i.test(host)
  const mode = parsed?.searchParams.get('sslmode')
  const ssl = parsed?.searchParams.get('ssl')
  return {
    isOtherHost: !isHere,
    isEncrypted: mode
      ? ['prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'].includes(mode)
      : ssl === 'true' || ssl === '1',
    isUnchecked: mode === 'no-verify',
  }
}
