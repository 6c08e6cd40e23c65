import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { withDatabase } from '../../test/database.ts'
import { keyFilePath, makeSecrets, openSecrets } from './secrets.ts'

const nik = '6271014501900001'
const secrets = makeSecrets(new Uint8Array(32).fill(7))
const other = makeSecrets(new Uint8Array(32).fill(8))

describe('secrets', () => {
  it('gives back what was sealed, in other bytes each time, and nowhere in the clear', () => {
    const first = secrets.seal(nik)
    const second = secrets.seal(nik)
    expect(secrets.unseal(first)).toBe(nik)
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(false)
    expect(Buffer.from(first).toString('latin1')).not.toContain(nik)
  })

  it('refuses a value that was changed, and another key', () => {
    const sealed = secrets.seal(nik)
    for (const place of [0, 1, 14, sealed.length - 1]) {
      const changed = Uint8Array.from(sealed)
      changed[place] = (changed[place] ?? 0) ^ 1
      expect(() => secrets.unseal(changed)).toThrow()
    }
    expect(() => other.unseal(sealed)).toThrow()
  })

  it('finds a number however it is spaced, with its own key only', () => {
    expect(secrets.hmacOf('6271 0145.0190-0001')).toEqual(secrets.hmacOf(nik))
    expect(other.hmacOf(nik)).not.toEqual(secrets.hmacOf(nik))
    expect(secrets.hmacOf('6271014501900002')).not.toEqual(secrets.hmacOf(nik))
  })
})

describe('secrets over text', () => {
  it('tell purposes apart, and text from text', () => {
    const mark = secrets.textHmacOf('device', 'rina')
    expect(secrets.textHmacOf('device', 'rina')).toEqual(mark)
    expect(secrets.textHmacOf('device', 'rani')).not.toEqual(mark)
    expect(secrets.textHmacOf('link', 'rina')).not.toEqual(mark)
    expect(secrets.textHmacOf('devicer', 'ina')).not.toEqual(mark)
    expect(other.textHmacOf('device', 'rina')).not.toEqual(mark)
  })
})

describe('the key of a store', () => {
  it('is made once, outside the store, readable by its owner only', () =>
    withDatabase('PGlite', async (_db, store) => {
      const env = { BETANG_HOME: path.join(mkdtempSync(path.join(tmpdir(), 'betang-')), 'keys') }
      const sealed = (await openSecrets(store, env)).seal(nik)
      const file = keyFilePath(store.storeId, env)
      if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
      expect((await openSecrets(store, env)).unseal(sealed)).toBe(nik)

      const fromEnv = { BETANG_HOME: '/nowhere', BETANG_KEY: readFileSync(file, 'utf8') }
      expect((await openSecrets(store, fromEnv)).unseal(sealed)).toBe(nik)
    }))

  it('is asked for when it is lost, wrong or no key, never made anew', () =>
    withDatabase('PGlite', async (_db, store) => {
      const home = () => ({ BETANG_HOME: mkdtempSync(path.join(tmpdir(), 'betang-')) })
      await openSecrets(store, home())

      const empty = home()
      await expect(openSecrets(store, empty)).rejects.toMatchObject({ code: 'key-missing' })
      const wrong = { ...empty, BETANG_KEY: Buffer.alloc(32, 1).toString('base64url') }
      await expect(openSecrets(store, wrong)).rejects.toMatchObject({ code: 'key-wrong' })
      writeFileSync(keyFilePath(store.storeId, empty), 'not a key')
      await expect(openSecrets(store, empty)).rejects.toMatchObject({ code: 'key-invalid' })
    }))
})
