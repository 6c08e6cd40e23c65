import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readMigrations } from './migrations.ts'
import { openStore } from './open-store.ts'

const home = mkdtempSync(path.join(tmpdir(), 'betang-store-'))
const made = path.join(home, 'made')

/** A copy of a store that was made once: making one takes seconds. */
function aStore(): string {
  const folder = mkdtempSync(path.join(home, 'copy-'))
  cpSync(made, folder, { recursive: true })
  return folder
}

async function readMarks(folder: string): Promise<unknown[]> {
  const store = await openStore({ folder })
  try {
    const rows = await store.db
      .selectFrom('run_state')
      .select('value')
      .where('key', 'like', 'mark-%')
      .orderBy('key')
      .execute()
    return rows.map(({ value }) => value)
  } finally {
    await store.close()
  }
}

describe('the embedded store', () => {
  beforeAll(async () => {
    const store = await openStore({ folder: made })
    await store.db.insertInto('run_state').values({ key: 'mark-0', value: '0' }).execute()
    await store.close()
  })
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  it('holds what was written, and locks its folder while it is open', async () => {
    const folder = aStore()
    const store = await openStore({ folder })
    await expect(openStore({ folder })).rejects.toMatchObject({ code: 'store-locked' })
    await store.close()
    expect(await readMarks(folder)).toEqual([0])
  })

  it('survives kill -9 in the middle of writing: the lock is taken over, no commit is lost', async () => {
    const folder = aStore()
    const script = `
      const { openStore } = await import(${JSON.stringify(new URL('./open-store.ts', import.meta.url).href)})
      const store = await openStore({ folder: ${JSON.stringify(folder)} })
      for (let no = 1; ; no++) {
        await store.db.insertInto('run_state').values({ key: 'mark-' + String(no).padStart(6, '0'), value: String(no) }).execute()
        console.log(no)
      }`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
    })
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
      if (said.split('\n').length > 50) child.kill('SIGKILL')
    })
    await once(child, 'exit')
    expect(existsSync(path.join(folder, 'betang.lock'))).toBe(true)

    const told = said
      .split('\n')
      .filter((line) => line !== '')
      .map(Number)
    const marks = await readMarks(folder)
    expect(told.length).toBeGreaterThanOrEqual(50)
    expect(marks.slice(0, told.length + 1)).toEqual([0, ...told])
  })

  it('copies an older folder before it changes it', async () => {
    const folder = aStore()
    writeFileSync(path.join(folder, 'store.json'), JSON.stringify({ migration: '0001_access' }))
    expect(await readMarks(folder)).toEqual([0])
    const copies = readdirSync(path.join(folder, 'backups'))
    expect(copies).toEqual([expect.stringMatching(/-before-0001_access$/)])
    // The copy is a database of its own.
    const restored = mkdtempSync(path.join(home, 'restored-'))
    cpSync(path.join(folder, 'backups', copies[0] ?? ''), path.join(restored, 'postgres'), {
      recursive: true,
    })
    expect(await readMarks(restored)).toEqual([0])
  })

  it('refuses a folder of a newer version and leaves it as it is', async () => {
    const folder = aStore()
    writeFileSync(path.join(folder, 'store.json'), JSON.stringify({ migration: '9999_future' }))
    await expect(openStore({ folder })).rejects.toMatchObject({ code: 'store-newer' })
    expect(existsSync(path.join(folder, 'backups'))).toBe(false)
    writeFileSync(
      path.join(folder, 'store.json'),
      JSON.stringify({ migration: readMigrations().at(-1)?.name }),
    )
    expect(await readMarks(folder)).toEqual([0])
  })

  it('says so when the folder cannot be written', async () => {
    const file = path.join(home, 'a-file')
    writeFileSync(file, '')
    await expect(openStore({ folder: path.join(file, 'data') })).rejects.toMatchObject({
      code: 'folder-not-writable',
    })
  })
})
