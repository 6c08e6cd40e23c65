import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readPolicy } from './policy.ts'
import { parseCsv } from './read-table.ts'
import { allocateFiles } from './run-allocation.ts'
import { verifyOut } from './verify-plan.ts'

const needHeadings =
  'need_id,family_id,person_id,ward,sector,indicator,severity,score,since,decile,receives'
const offerHeadings =
  'offer_id,provider,sector,indicator,units,unit_cost_rp,budget_rp,wards,filter,window_from,window_to,needs_per_unit'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'betang-allocation-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

async function write(name: string, lines: readonly string[]): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, `${lines.join('\n')}\n`)
  return path
}

const needLines = [
  'n1,f1,,62.71.01.1001,basic,INCOME,3,90,2025-01-01,2,PKH SEMBAKO',
  'n2,f2,,62.71.01.1002,basic,INCOME,3,80,2025-01-01,3,',
  'n3,f3,,62.71.02.1001,basic,INCOME,3,70,,3,',
  'n4,f4,,62.71.01.1001,basic,INCOME,3,60,2025-01-01,,',
]

async function planned(offers: readonly string[], needs = needLines) {
  const out = join(folder, 'out')
  const needsFile = await write('needs.csv', [needHeadings, ...needs])
  const offersFile = await write('offers.csv', [offerHeadings, ...offers])
  const plan = await allocateFiles({ needsFile, offersFile, out, on: '2025-07-01' })
  return { plan, out, read: (name: string) => readFile(join(out, name), 'utf8') }
}

describe('allocateFiles', () => {
  const offers = [
    'o1,Dinas Sosial,basic,INCOME,1,1500000,,62.71.01,"decile <= 3 && !(""PKH"" in receives)",2025-01-01,2025-12-31,',
    'o2,BAZNAS,basic,,,500000,1200000,,decile <= 3,,,',
  ]

  it('writes the four files in the columns of the contract', async () => {
    const { read } = await planned(offers)
    const allocation = parseCsv(await read('allocation.csv'), '')
    expect(allocation[0]).toEqual(['need_id', 'offer_id', 'units', 'amount_rp', 'reason'])
    expect(allocation.slice(1).map((cells) => cells.slice(0, 4))).toEqual([
      ['n1', 'o2', '1', '500000'],
      ['n2', 'o1', '1', '1500000'],
      ['n3', 'o2', '1', '500000'],
    ])
    expect(await read('unserved.csv')).toBe(
      'need_id,reason_code,cutoff,score\nn4,filter-unknown,,60\n',
    )
    expect(JSON.parse(await read('summary.json'))).toMatchObject({
      value: 240,
      upper_bound: 240,
      gap: 0,
      served: 3,
      shortfalls: [],
      questions: [
        { offerId: 'o1', field: 'decile', needCount: 1 },
        { offerId: 'o2', field: 'decile', needCount: 1 },
      ],
    })
  })

  it('writes a plan that its verifier accepts, and the same bytes again', async () => {
    const { out, read } = await planned(offers)
    const once = await read('allocation.csv')
    expect(await verifyOut(out)).toEqual({
      isProven: true,
      served: 3,
      value: 240,
      upperBound: 240,
      gap: 0,
      faults: [],
      inputs: { needs: 'same', offers: 'same' },
    })
    const again = await planned(offers, [...needLines].reverse())
    expect(await again.read('allocation.csv')).toBe(once)
  })

  it('leaves a changed plan unproven', async () => {
    const { out, read } = await planned(offers)
    const forged = (await read('allocation.csv')).replace('n2,o1', 'n4,o1')
    await writeFile(join(out, 'allocation.csv'), forged)
    const { isProven, faults } = await verifyOut(out)
    expect(isProven).toBe(false)
    expect(faults.map(({ code }) => code)).toContain('offer-incompatible')
  })

  it('leaves a certificate unproven that left an offer out of a class', async () => {
    const { out, read } = await planned(offers)
    const certificate = JSON.parse(await read('certificate.json'))
    const summary = JSON.parse(await read('summary.json'))
    // As if nobody could serve n2: consistent in itself, but the files say otherwise.
    const n2 = certificate.needs.needId.indexOf('n2')
    certificate.needs.class[n2] = -1
    certificate.needs.potential[n2] = 0
    const less = { value: 160, upper_bound: 160, gap: 0, served: 2 }
    await writeFile(
      join(out, 'certificate.json'),
      JSON.stringify({ ...certificate, upperBound: 160 }),
    )
    await writeFile(join(out, 'summary.json'), JSON.stringify({ ...summary, ...less }))
    const lines = (await read('allocation.csv')).split('\n').filter((line) => !/^n2,/.test(line))
    await writeFile(join(out, 'allocation.csv'), lines.join('\n'))
    await writeFile(
      join(out, 'unserved.csv'),
      'need_id,reason_code,cutoff,score\nn2,no-offer,,80\nn4,filter-unknown,,60\n',
    )
    const { faults } = await verifyOut(out)
    expect(faults).toEqual([
      { code: 'dual-infeasible', at: 'n2' },
      { code: 'dual-infeasible', at: 'n2' },
    ])
  })

  it('names every wrong cell, and writes nothing', async () => {
    const wrong = ['o1,Dinas,basic,,banyak,1.5,,,decile <=,2025-13-01,,0', 'o1,Dinas,,,,1000,,,,,,']
    await expect(planned(wrong)).rejects.toMatchObject({
      code: 'rows-invalid',
      details: {
        first: [
          { record: 2, column: 'filter', fault: 'rule-unreadable' },
          { record: 2, column: 'units', fault: 'not-a-number' },
          { record: 2, column: 'unit_cost_rp', fault: 'not-whole' },
          { record: 2, column: 'window_from', fault: 'not-a-date' },
          { record: 2, column: 'needs_per_unit', fault: 'not-positive' },
          { record: 2, column: 'units', fault: 'no-limit' },
          { record: 3, column: 'offer_id', fault: 'twice' },
          { record: 3, column: 'sector', fault: 'missing' },
          { record: 3, column: 'units', fault: 'no-limit' },
        ],
      },
    })
    await expect(readFile(join(folder, 'out', 'summary.json'))).rejects.toThrow()
  })

  it('refuses a need without a score and one that stands twice', async () => {
    const needs = ['n1,f1,,,basic,INCOME,3,,,,', 'n1,f1,,,basic,INCOME,3,5,,,']
    await expect(planned(offers, needs)).rejects.toMatchObject({
      code: 'rows-invalid',
      details: {
        first: [
          { record: 2, column: 'score', fault: 'missing' },
          { record: 3, column: 'need_id', fault: 'twice' },
        ],
      },
    })
  })

  it('names a missing column, file or cell', async () => {
    const needsFile = await write('needs.csv', ['need_id,score', 'n1,5'])
    const offersFile = await write('offers.csv', [offerHeadings])
    const out = join(folder, 'out')
    await expect(allocateFiles({ needsFile, offersFile, out })).rejects.toMatchObject({
      code: 'column-missing',
      details: { column: 'family_id' },
    })
    await expect(
      allocateFiles({ needsFile: join(folder, 'gone.csv'), offersFile, out }),
    ).rejects.toMatchObject({ code: 'file-not-found' })
    const short = await write('short.csv', [needHeadings, 'n1,f1'])
    await expect(allocateFiles({ needsFile: short, offersFile, out })).rejects.toMatchObject({
      code: 'csv-cell-count',
      details: { record: 2, found: 2, expected: 11 },
    })
  })
})

describe('readPolicy', () => {
  it('reads the keep bonus, in either spelling', () => {
    expect(readPolicy('keep_bonus: 25\ntie: [waiting, need_id]', 'p')).toEqual({ keepBonus: 25 })
    expect(readPolicy('keepBonus: 25\nfloors: []', 'p')).toEqual({ keepBonus: 25 })
    expect(readPolicy('', 'p')).toEqual({ keepBonus: 0 })
  })

  it.each(['floors: [{share: 0.7}]', 'household_cap: 2', 'budgets: [{provider: x, rp: 1}]'])(
    'says that it cannot carry out %s',
    (text) => {
      expect(() => readPolicy(text, 'p')).toThrow(
        expect.objectContaining({ code: 'policy-rule-unsupported' }),
      )
    },
  )

  it.each(['floor: 1', 'keep_bonus: many', '- a', 'a: [', 'tie: waiting'])('refuses %s', (text) => {
    expect(() => readPolicy(text, 'p')).toThrow(expect.objectContaining({ code: 'policy-invalid' }))
  })
})

describe('parseCsv', () => {
  it.each([
    { text: '\ufeffa,b'.slice(1), cells: [['a', 'b']] },
    {
      text: 'a,"b ""c"", d"\r\n1,\r\n',
      cells: [
        ['a', 'b "c", d'],
        ['1', ''],
      ],
    },
    {
      text: 'a;b\n1,5;2',
      cells: [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    },
    { text: 'a\n"1\n2"', cells: [['a'], ['1\n2']] },
    {
      text: 'a,b\n,',
      cells: [
        ['a', 'b'],
        ['', ''],
      ],
    },
  ])('reads $text', ({ text, cells }) => {
    expect(parseCsv(text, 'x')).toEqual(cells)
  })

  it('names the record whose quote stays open', () => {
    expect(() => parseCsv('a\n"b', 'x')).toThrow(
      expect.objectContaining({ code: 'csv-unclosed-quote', details: { path: 'x', record: 2 } }),
    )
  })
})
