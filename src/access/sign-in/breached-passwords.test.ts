import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openBreachedPasswords } from './breached-passwords.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'betang-breached-'))
const hashOf = (password: string) => createHash('sha1').update(password).digest('hex').toUpperCase()

function writeList(name: string, passwords: readonly string[], lineEnd = '\n'): string {
  const file = path.join(folder, name)
  const lines = passwords.map((password, no) => `${hashOf(password)}:${10 ** (no % 8)}`).sort()
  writeFileSync(file, lines.map((line) => `${line}${lineEnd}`).join(''))
  return file
}

describe('a list of leaked passwords', () => {
  const passwords = Array.from({ length: 1000 }, (_, no) => `rahasia${no}`)

  it.each([['\n'], ['\r\n']])('is searched to its first and last line (%j)', async (lineEnd) => {
    const isBreached = await openBreachedPasswords(writeList('list.txt', passwords, lineEnd))
    for (const password of passwords) expect(await isBreached(password)).toBe(true)
    for (let no = 1000; no < 1200; no++) expect(await isBreached(`rahasia${no}`)).toBe(false)
  })

  it.each([1, 2, 3])('of %d lines is searched too', async (count) => {
    const few = passwords.slice(0, count)
    const isBreached = await openBreachedPasswords(writeList('few.txt', few))
    for (const password of few) expect(await isBreached(password)).toBe(true)
    expect(await isBreached('lain')).toBe(false)
  })

  it('that is none is refused at the start', async () => {
    const file = path.join(folder, 'none.txt')
    writeFileSync(file, 'rahasia123\n')
    await expect(openBreachedPasswords(file)).rejects.toMatchObject({
      code: 'breached-list-invalid',
    })
    await expect(openBreachedPasswords(path.join(folder, 'gone'))).rejects.toMatchObject({
      code: 'file-not-found',
    })
  })
})
