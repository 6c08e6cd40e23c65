import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { asvsPage, readAsvs } from '../../scripts/docs/asvs-page.ts'

const root = path.join(import.meta.dirname, '..', '..')
const standard = path.join(root, '..', 'shared/data/security/OWASP_ASVS_5.0.0_en.flat.json')
const Standard = z.object({
  requirements: z.array(
    z.object({ req_id: z.string(), req_description: z.string(), L: z.string() }),
  ),
})
const openMost = 15
/** Validation, authentication, sessions, authorization. */
const closedChapters = ['V2', 'V6', 'V7', 'V8']

describe('the table of OWASP ASVS', () => {
  const entries = readAsvs()

  it('has all requirements of levels 1 and 2', () => {
    expect(entries).toHaveLength(253)
    expect(new Set(entries.map(({ id }) => id)).size).toBe(253)
  })

  it('names tests and files that are there', () => {
    const named = new Set(entries.flatMap(({ by }) => by))
    expect([...named].filter((file) => !existsSync(path.join(root, file)))).toEqual([])
    expect([...named].filter((file) => /\.test\.tsx?$/.test(file)).length).toBeGreaterThan(40)
  })

  it('leaves few open, and none of validation, authentication, sessions and authorization', () => {
    const open = entries.filter(({ state }) => state === 'open')
    expect(open.length).toBeLessThanOrEqual(openMost)
    const chapters = open.map(({ id }) => id.split('.')[0])
    expect(chapters.filter((chapter) => closedChapters.includes(chapter ?? ''))).toEqual([])
  })

  it('is printed whole', () => {
    const page = asvsPage()
    for (const { id } of entries) expect(page).toContain(`| ${id} |`)
    expect(page).not.toMatch(/undefined|\[object/)
  })
})

describe.runIf(existsSync(standard))('beside the standard, the table', () => {
  const requirements = () =>
    Standard.parse(JSON.parse(readFileSync(standard, 'utf8'))).requirements.filter(
      ({ L }) => L !== '3',
    )

  it('has the same numbers in the same order', () => {
    expect(readAsvs().map(({ id }) => id)).toEqual(requirements().map(({ req_id }) => req_id))
  })

  it('says it in its own words', () => {
    const theirs = new Map(
      requirements().map(({ req_id, req_description }) => [req_id, runsOf(req_description)]),
    )
    const copied = readAsvs().filter(({ id, words }) => {
      const known = theirs.get(id) ?? new Set()
      return [...runsOf(words)].some((run) => known.has(run))
    })
    expect(copied.map(({ id }) => id)).toEqual([])
  })
})

/** Every six words that stand together. */
function runsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? []
  return new Set(words.slice(5).map((_, no) => words.slice(no, no + 6).join(' ')))
}
