import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { makeFolder, makeOutFolder } from './make-folder.ts'

const home = mkdtempSync(path.join(tmpdir(), 'betang-folder-'))
const inHome = (...names: readonly string[]) => path.join(home, ...names)
afterAll(() => rmSync(home, { recursive: true, force: true }))

describe('makeFolder', () => {
  it('makes what is missing and leaves what is there', () => {
    makeFolder(inHome('a', 'b', 'c'))
    writeFileSync(inHome('a', 'b', 'c', 'kept'), '')
    makeFolder(inHome('a', 'b', 'c'))
    expect(existsSync(inHome('a', 'b', 'c', 'kept'))).toBe(true)
  })

  it.skipIf(process.platform === 'win32')('gives each new folder the mode', () => {
    makeFolder(inHome('secret', 'inner'), 0o700)
    expect(statSync(inHome('secret')).mode & 0o777).toBe(0o700)
    expect(statSync(inHome('secret', 'inner')).mode & 0o777).toBe(0o700)
  })

  it('refuses a file, what lies in a file, and a link to nowhere', () => {
    writeFileSync(inHome('file'), '')
    symlinkSync(inHome('nowhere'), inHome('link'))
    for (const name of ['file', path.join('file', 'out'), 'link']) {
      expect(() => makeOutFolder(inHome(name)), name).toThrow(
        expect.objectContaining({ code: 'out-not-writable' }),
      )
    }
  })

  it.skipIf(!existsSync('/proc/self/stat'))('ends where the system knows no new folders', () => {
    expect(() => makeOutFolder('/proc/betang/out')).toThrow(
      expect.objectContaining({
        code: 'out-not-writable',
        details: { path: '/proc/betang/out', reason: 'ENOENT' },
      }),
    )
  })
})
