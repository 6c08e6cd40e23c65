import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readBackupHead, readBackupLines, writeBackupFile } from './backup-file.ts'

const home = mkdtempSync(path.join(tmpdir(), 'betang-backup-file-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

// By the key of a store: the passphrase of a test would take half a second each time.
const secret = { storeKey: new Uint8Array(32).fill(7) }
const about = { madeAt: '2026-03-01T00:00:00.000Z', storeId: 'abc', secret }

async function* given(lines: readonly string[]): AsyncGenerator<string> {
  for (const line of lines) yield `${line}\n`
}

async function write(lines: readonly string[], name = 'backup'): Promise<string> {
  const file = path.join(home, name)
  await writeBackupFile(file, about, given(lines))
  return file
}

async function read(file: string, by: Parameters<typeof readBackupLines>[1] = secret) {
  const lines: string[] = []
  for await (const line of readBackupLines(file, by)) lines.push(line)
  return lines
}

/** Random digits, which gzip cannot make small: several chunks. */
const manyLines = Array.from({ length: 6000 }, (_, no) =>
  Array.from({ length: 6 }, (_, place) => Math.sin(no * 6 + place)).join(' '),
)

describe('a backup file', () => {
  it('gives back the lines it was given, line signs of other alphabets too', async () => {
    const lines = ['["Rumah\u2028Betang"]', '', '["é",null]', '["\\n"]']
    expect(await read(await write(lines))).toEqual(lines)
    expect(await read(await write([]))).toEqual([])
    expect(await read(await write(manyLines))).toEqual(manyLines)
  })

  it('is for its owner only, tells nobody what it holds, and leaves no half-made file', async () => {
    const file = await write(['["Siti Aminah"]'], 'quiet')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(file, 'latin1')).not.toContain('Siti')
    expect(await readBackupHead(file)).toMatchObject({ madeAt: about.madeAt, storeId: 'abc' })

    const broken = path.join(home, 'broken')
    async function* breaksOff(): AsyncGenerator<string> {
      yield 'one\n'
      throw new Error('no more')
    }
    await expect(writeBackupFile(broken, about, breaksOff())).rejects.toThrow('no more')
    expect(readdirSync(home).filter((name) => name.startsWith('broken'))).toEqual([])
  })

  it('says which folder does not take it', async () => {
    const file = path.join(home, 'nowhere', 'backup')
    await expect(writeBackupFile(file, about, given([]))).rejects.toMatchObject({
      code: 'file-not-writable',
      details: { path: file },
    })
  })

  it('is opened by its own secret alone', async () => {
    const file = await write(['one'])
    await expect(read(file, { storeKey: new Uint8Array(32) })).rejects.toMatchObject({
      code: 'backup-locked',
    })
    await expect(read(file, { passphrase: 'kuda baterai staples' })).rejects.toMatchObject({
      code: 'backup-locked',
    })
    const byWords = path.join(home, 'by-words')
    const words = { passphrase: 'kuda baterai staples' }
    await writeBackupFile(byWords, { ...about, secret: words }, given(['one']))
    expect(await read(byWords, words)).toEqual(['one'])
  })

  it('is refused at whichever byte it was changed, and wherever it was cut', async () => {
    const whole = readFileSync(await write(manyLines))
    const file = path.join(home, 'changed')
    const codes = ['backup-damaged', 'backup-locked', 'backup-unknown', 'backup-newer']
    const places = [0, 14, 20, 40, 100, 200, 230, 300, 66_000, whole.length - 1]
    for (const place of places) {
      const changed = Buffer.from(whole)
      changed[place] = (changed[place] ?? 0) ^ 1
      writeFileSync(file, changed)
      const error: unknown = await read(file).catch((caught: unknown) => caught)
      expect(error, `byte ${place}`).toMatchObject({ code: expect.toBeOneOf(codes) })
    }
    // Chunks are 65,552 bytes: one cut falls between two of them.
    const bodyStart = whole.length - (whole.length % 65_552)
    for (const length of [0, 10, 18, 100, 190, 300, bodyStart, whole.length - 1]) {
      writeFileSync(file, whole.subarray(0, length))
      const error: unknown = await read(file).catch((caught: unknown) => caught)
      expect(error, `cut to ${length}`).toMatchObject({ code: expect.toBeOneOf(codes) })
    }
    writeFileSync(file, Buffer.concat([whole, Buffer.from('more')]))
    await expect(read(file)).rejects.toMatchObject({ code: 'backup-damaged' })
  })

  it('is refused where it is none of ours, or of a later version', async () => {
    const file = path.join(home, 'other')
    writeFileSync(file, 'PK\u0003\u0004 something else altogether')
    await expect(readBackupHead(file)).rejects.toMatchObject({ code: 'backup-unknown' })
    writeFileSync(file, 'betang-backup 2\nwho knows')
    await expect(readBackupHead(file)).rejects.toMatchObject({ code: 'backup-newer' })
    await expect(readBackupHead(home)).rejects.toMatchObject({ code: 'file-not-found' })
  })
})
