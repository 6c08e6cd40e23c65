import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { utils, write } from '@e965/xlsx'
import { type CsvValue, writeCsv } from '#platform/csv'
import { makeOutFolder } from '#platform/make-folder'
import { makeListContext } from './list-context.ts'
import {
  companyList,
  familyHopeList,
  foodCardList,
  insuredList,
  pupilList,
  zakatList,
} from './lists/aid-lists.ts'
import { budgetList, offerList } from './lists/offers-and-budget.ts'
import { registerList } from './lists/register-lists.ts'
import {
  disabilityList,
  houseSurvey,
  vitalEvents,
  wardProposals,
  waterSurvey,
} from './lists/survey-lists.ts'
import { makeCity } from './make-city.ts'
import { SeededRandom } from './random.ts'
import type { SampleCell, SampleCity, SampleList } from './schema.ts'

export interface SampleRequest {
  readonly persons: number
  readonly seed: number
  readonly out: string
}

/**
 * Writes a synthetic city: agencies' lists as offices keep them, and in the folder `truth` who stands
 * in which row. The same request gives the same values. All persons are invented.
 */
export async function writeSample({ persons, seed, out }: SampleRequest) {
  const city = makeCity(persons, seed)
  const lists = makeLists(city, seed)
  makeOutFolder(join(out, 'truth'))
  for (const list of lists) await writeFile(join(out, list.file), fileBytes(list))
  await writeTruth(city, lists, join(out, 'truth'))
  return { files: lists.length, persons: city.persons.length, families: city.families.length }
}

/** All lists of a city; each with a random stream of its own, so that one can change alone. */
export function makeLists(city: SampleCity, seed: number): SampleList[] {
  const makers = [
    registerList,
    familyHopeList,
    foodCardList,
    insuredList,
    pupilList,
    houseSurvey,
    waterSurvey,
    zakatList,
    companyList,
    disabilityList,
    wardProposals,
    vitalEvents,
    offerList,
    budgetList,
  ]
  return makers.map((make, no) => make(makeListContext(new SeededRandom(seed * 100 + no), city)))
}

const delimiters = { csv: ',', psv: '|', ssv: ';' } as const

function fileBytes(list: SampleList): Uint8Array | string {
  if (list.kind !== 'xlsx') {
    const delimiter = delimiters[list.kind]
    return (list.sheets[0]?.cells ?? [])
      .map((row) => row.map((cell) => textCell(cell, delimiter)).join(delimiter))
      .join('\n')
      .concat('\n')
  }
  const book = utils.book_new()
  for (const { name, cells, merges } of list.sheets) {
    const sheet = utils.aoa_to_sheet(
      cells.map((row) => [...row]),
      { cellDates: true, UTC: true },
    )
    if (merges) {
      sheet['!merges'] = merges.map(([firstRow, firstColumn, lastRow, lastColumn]) => ({
        s: { r: firstRow, c: firstColumn },
        e: { r: lastRow, c: lastColumn },
      }))
    }
    utils.book_append_sheet(book, sheet, name.slice(0, 31))
  }
  const bytes: unknown = write(book, { type: 'buffer', bookType: 'xlsx', compression: true })
  if (!(bytes instanceof Uint8Array)) throw new Error('the workbook has no bytes')
  return bytes
}

function textCell(cell: SampleCell, delimiter: string): string {
  if (cell === null) return ''
  const text = cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
  return text.includes(delimiter) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text
}

async function writeTruth(
  city: SampleCity,
  lists: readonly SampleList[],
  folder: string,
): Promise<void> {
  const rows = lists.flatMap(({ truth }) => truth)
  await writeCsv(
    join(folder, 'rows.csv'),
    ['file', 'sheet', 'row', 'person_id', 'family_id', 'tags'],
    rows.map(({ file, sheet, row, personId, familyId, tags }) => [
      file,
      sheet,
      row,
      personId,
      familyId,
      tags,
    ]),
  )
  await writeObjects(join(folder, 'persons.csv'), city.persons)
  await writeObjects(join(folder, 'families.csv'), city.families)
}

async function writeObjects(path: string, items: readonly object[]): Promise<void> {
  const headings = Object.keys(items[0] ?? {})
  const lines = items.map((item) => {
    const values = new Map<string, unknown>(Object.entries(item))
    return headings.map((heading): CsvValue => {
      const value = values.get(heading)
      if (Array.isArray(value)) return value.join(';')
      return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? value
        : ''
    })
  })
  await writeCsv(path, headings.map(truthHeading), lines)
}

/** `personId` is `person_id` in the truth, as in `rows.csv`; a day of birth is `dob`. */
function truthHeading(name: string): string {
  return name === 'born' ? 'dob' : name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
