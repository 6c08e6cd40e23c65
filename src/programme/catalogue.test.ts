import { describe, expect, it } from 'vitest'
import { runExamples } from './examples.ts'
import { loadProgrammes } from './load-programmes.ts'
import { rulesMarkdown } from './rules-doc.ts'
import { programmeSummaries } from './summaries.ts'

const dir = new URL('../../programmes/', import.meta.url).pathname
const programmes = await loadProgrammes(dir)

describe.each(programmes.map((programme) => ({ code: programme.code, programme })))(
  'the examples of $code',
  ({ programme }) => {
    const runs = runExamples(programme)

    it.each(runs.map((run) => ({ title: `${run.example.title} (${run.example.on})`, run })))(
      '$title',
      ({ run }) => {
        const { result, ...rest } = run.example.expect
        expect(run.found).toBe(result)
        if (Object.keys(rest).length > 0) expect(run.decision).toMatchObject(rest)
      },
    )

    it('show every condition holding, failing and open', () => {
      const wanted = programme.versions.flatMap((version) =>
        version.conditions.flatMap(({ id }) =>
          [true, false, null].map((result) => `${version.version} ${id} ${result}`),
        ),
      )
      const shown = new Set(
        runs.flatMap((run) =>
          run.results.map(({ conditionId, result }) => `${run.version} ${conditionId} ${result}`),
        ),
      )
      // A condition that repeats whom the programme concerns cannot fail for those.
      const repeated = new Set(['SR age', 'JAMSOS-TK informal-worker'])
      const lacking = wanted.filter((one) => {
        const [, id] = one.split(' ')
        return !shown.has(one) && !repeated.has(`${programme.code} ${id}`)
      })
      expect(lacking).toEqual([])
    })

    it('stand on each day on which a rule or value changes', () => {
      const changes = new Set([
        ...programme.versions.map(({ from }) => from),
        ...Object.values(programme.parameters).flatMap(({ readings }) =>
          readings.map(({ from }) => from),
        ),
      ])
      const days = new Set(runs.map(({ example }) => example.on))
      expect([...changes].filter((day) => !days.has(day))).toEqual([])
    })

    it('never speak of people as fit or unfit, and refuse with "belum"', () => {
      for (const { decision } of runs) {
        if (!decision) continue
        expect(decision.reasonId).not.toMatch(/\blayak\b|tidak mampu|\bmiskin\b/i)
        expect(decision.reasonId).not.toMatch(/undefined|null|\{/)
        expect(decision.reasonEn).not.toMatch(/undefined|null|\{/)
        const start = {
          eligible: /^(?:Bisa|Tetap bisa) mendapat /,
          ineligible: /^Belum bisa mendapat /,
          unknown: /^Belum pasti untuk .* belum diketahui\./,
        }
        expect(decision.reasonId).toMatch(start[decision.result])
      }
    })
  },
)

describe('the catalogue', () => {
  it('holds the ten programmes, each with who decides and both strategies', () => {
    expect(programmes.map(({ code }) => code)).toEqual([
      'BSPS',
      'JAMSOS-TK',
      'KHBS',
      'PBI-JK',
      'PIP',
      'PKH',
      'RTLH-K',
      'SANI',
      'SEMBAKO',
      'SR',
    ])
    expect(programmeSummaries(programmes).find(({ code }) => code === 'PKH')).toMatchObject({
      decidedBy: 'Kementerian Sosial',
      sector: 'basic',
      unit: 'family',
      validFrom: '2020-01-01',
    })
  })

  it('keeps both readings where sources disagree, and uses the one that refuses fewer', () => {
    const readings = programmes.find(({ code }) => code === 'SEMBAKO')?.parameters[
      'sembako.decile_max'
    ]?.readings
    const since = readings?.filter(({ from }) => from === '2025-02-05')
    expect(since?.map(({ value, default: used }) => [value, used])).toEqual([
      [5, true],
      [4, false],
    ])
  })

  it('is written as one page with sources and examples', () => {
    const page = rulesMarkdown(programmes)
    expect(page).toContain('## PKH')
    expect(page).toContain('Laman tanya jawab sebuah Dinas Sosial')
    expect(page).toContain(
      '| Desil 2 dengan seorang murid SD | 2025-07-01 | eligible (ok), Rp 900000 |',
    )
    expect(rulesMarkdown(programmes)).toBe(page)
  })
})
