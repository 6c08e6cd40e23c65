import { expect, it } from 'vitest'
import { testSecrets, withApi } from '../api.ts'
import { signInAs } from '../people.ts'
import { naughtyStrings } from './strings.ts'

const limits = { openRoutesOfAddress: 1e6, refusedOfAddress: 1e6, ofAccount: 1e6 }
const nul = 'Si\0ti'

it(
  'naughty strings are text to every search and filter, and NUL is refused by name',
  () =>
    withApi(
      'PGlite',
      async (test) => {
        const { call } = await signInAs(test, 'secretariat')
        const wrong: string[] = []
        for (const [no, text] of [...naughtyStrings, '\ud800', nul].entries()) {
          const word = encodeURIComponent(text.toWellFormed())
          const answers = [
            await call('POST', '/families/search', { q: text.slice(0, 100) }),
            await call('GET', `/data-quality/worklists/no-nik?office=${word}`),
          ]
          const expected = text.includes('\0') ? [400] : [200, 400]
          for (const { status, body } of answers) {
            const isFit =
              expected.includes(status) && (status === 200 || body.code === 'request-invalid')
            if (!isFit) wrong.push(`${no} ${status}`)
          }
        }
        expect(wrong).toEqual([])
      },
      { limits },
    ),
  300_000,
)

it(
  'naughty strings that are stored leave the API unchanged',
  () =>
    withApi(
      'PGlite',
      async (test) => {
        const texts = naughtyStrings.filter((text) => text.isWellFormed())
        const keyOf = (no: number) => `f${String(no).padStart(9, '0')}`
        for (const [no, text] of texts.entries()) {
          const ids = { person_id: `p${keyOf(no).slice(1)}`, family_id: keyOf(no) }
          const nik = testSecrets.seal('6271034508900003')
          await test.db
            .insertInto('family')
            .values({ family_id: ids.family_id, list_count: 1, member_count: 1, detail: {} })
            .execute()
          await test.db
            .insertInto('person')
            .values({ ...ids, name: text, status: 'active', nik_cipher: nik, detail: {} })
            .execute()
          await test.db
            .insertInto('quality_finding')
            .values({ ...ids, code: 'no-nik', offices: [text] })
            .execute()
        }
        const { call } = await signInAs(test, 'secretariat')
        const seen: { name: string; offices: string[] }[] = []
        for (let cursor = ''; ; ) {
          const { body } = await call('GET', `/data-quality/worklists/no-nik${cursor}`)
          seen.push(...body.lines)
          if (body.nextCursor === null) break
          cursor = `?cursor=${body.nextCursor}`
        }
        expect(seen.map(({ name }) => name)).toEqual(texts)
        expect(seen.map(({ offices }) => offices[0])).toEqual(texts)
      },
      { limits },
    ),
  300_000,
)
