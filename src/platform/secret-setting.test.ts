import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { findSecret } from './secret-setting.ts'

const home = mkdtempSync(path.join(tmpdir(), 'betang-secret-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

function aFile(text: string): string {
  const file = path.join(home, `secret-${text.length}`)
  writeFileSync(file, text)
  return file
}

describe('a secret setting', () => {
  it('comes from the environment, or from the file that it names, without the line end', () => {
    expect(findSecret('BETANG_KEY', { BETANG_KEY: 'abc' })?.value).toBe('abc')
    const file = aFile('abcd\n')
    expect(findSecret('BETANG_KEY', { BETANG_KEY_FILE: file })).toEqual({
      value: 'abcd',
      from: file,
    })
    expect(findSecret('BETANG_KEY', {})).toBeUndefined()
    expect(findSecret('DATABASE_URL', { DATABASE_URL: '' })).toBeUndefined()
  })

  it('is not guessed when it is set twice', () => {
    const env = { DATABASE_URL: 'postgres://a', DATABASE_URL_FILE: aFile('postgres://b') }
    expect(() => findSecret('DATABASE_URL', env)).toThrow(
      expect.objectContaining({ code: 'secret-twice' }),
    )
  })

  it('is missed when its file is not there or is empty', () => {
    for (const file of [path.join(home, 'nothing'), aFile('\n')]) {
      expect(() => findSecret('BETANG_KEY', { BETANG_KEY_FILE: file })).toThrow(
        expect.objectContaining({ code: 'secret-unreadable', details: { path: file } }),
      )
    }
  })
})
