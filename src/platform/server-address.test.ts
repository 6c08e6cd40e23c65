import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { readAddress } from './server-address.ts'

describe('readAddress', () => {
  it('knows another host from this machine', () => {
    expect(readAddress('postgres://a:b@db.office.go.id/x').isOtherHost).toBe(true)
    for (const url of [
      'postgres://a@localhost/x',
      'postgres://a@127.0.0.1:5433/x',
      'postgres://a@[::1]/x',
      'postgres://a@/x?host=/var/run/postgresql',
      'postgres://a@%2Fvar%2Frun%2Fpostgresql/x',
    ]) {
      expect(readAddress(url).isOtherHost, url).toBe(false)
    }
  })

  it.each([
    '',
    '?sslmode=disable',
    '?sslmode=prefer',
    '?sslmode=require',
    '?sslmode=verify-ca',
    '?sslmode=verify-full',
    '?sslmode=no-verify',
    '?ssl=true',
    '?ssl=0',
  ])('says of %s what pg will do', (query) => {
    const url = `postgres://a:b@db.office.go.id/x${query}`
    const { ssl } = new pg.Client({ connectionString: url })
    expect(readAddress(url).isEncrypted).toBe(Boolean(ssl))
  })
})
