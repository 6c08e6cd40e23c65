/** The sample lists with their truth: what the quality benches of ledger and assessment share. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Intake } from '#intake/schema'
import type { Register } from '#registry/schema'
import { assembleFamily } from '../src/registry/assemble-family.ts'
import { assemblePerson } from '../src/registry/assemble-person.ts'
import { KeyMaker } from '../src/registry/public-keys.ts'

/** Folder of lists given on the command line, else the sample beside the repository. */
export function listFolder(): string {
  const named = process.argv.slice(2).find((argument) => !argument.startsWith('--'))
  return named ?? fileURLToPath(new URL('../../shared/data/lists/dev', import.meta.url))
}

export interface TrueRow {
  readonly personId: string
  readonly familyId: string
  /** Indicator that the row serves by the truth, or empty. */
  readonly serves: string
}

/** Rows of the truth by `file|sheet|row`; undefined when the folder has none. */
export function readTrueRows(folder: string): ReadonlyMap<string, TrueRow> | undefined {
  const path = `${folder}/truth/rows.csv`
  if (!existsSync(path)) return undefined
  return new Map(
    readTable(path).map((row) => [
      `${row.file}|${row.sheet}|${row.row}`,
      { personId: row.person_id ?? '', familyId: row.family_id ?? '', serves: row.serves ?? '' },
    ]),
  )
}

/** A CSV with a header and no line breaks inside cells, as records. */
export function readTable(path: string): readonly Readonly<Record<string, string>>[] {
  const [header = '', ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/)
  const names = header.split(',')
  return lines.map((line) => {
    const cells = cellsOf(line)
    return Object.fromEntries(names.map((name, place) => [name, cells[place] ?? '']))
  })
}

function cellsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  )
}

/** The truth of each row of the intake, in its order. */
export function truthOfRows(
  intake: Intake,
  trueRows: ReadonlyMap<string, TrueRow>,
): readonly (TrueRow | undefined)[] {
  return intake.rows.map(({ ref }) => trueRows.get(`${ref.file}|${ref.sheet}|${ref.row}`))
}

/** A register as perfect linkage would make it, with the registry's own choice of values. */
export function trueRegister(intake: Intake, truth: readonly (TrueRow | undefined)[]): Register {
  const isFamilyRow = (rowNo: number) =>
    intake.sheets[intake.rows[rowNo]?.sheetNo ?? -1]?.kind === 'register-family'
  const rowNos = intake.rows.map((_, rowNo) => rowNo)
  const keys = new KeyMaker(intake)
  const byFamily = Map.groupBy(rowNos, (rowNo) => truth[rowNo]?.familyId ?? `row${rowNo}`)
  const persons: Register['persons'][number][] = []
  const families: Register['families'][number][] = []
  const links = new Map<number, { personId: string; familyId: string }>()
  for (const rows of byFamily.values()) {
    const familyId = keys.make('family', rows)
    const personRows = Map.groupBy(
      rows.filter((rowNo) => !isFamilyRow(rowNo)),
      (rowNo) => truth[rowNo]?.personId ?? `row${rowNo}`,
    )
    const own = [...personRows].map(([trueId, ofPerson]) => {
      const person = assemblePerson(intake, { rowNos: ofPerson, family: 0 }, familyId, keys)
      for (const rowNo of rows) {
        if ((truth[rowNo]?.personId ?? `row${rowNo}`) === trueId) {
          links.set(rowNo, { personId: person.personId, familyId })
        }
      }
      return person
    })
    persons.push(...own)
    families.push(assembleFamily({ intake, familyId, kk: undefined, rowNos: rows, persons: own }))
    for (const rowNo of rows) {
      if (!links.has(rowNo)) links.set(rowNo, { personId: '', familyId })
    }
  }
  return {
    persons,
    families,
    rowLinks: rowNos.map((rowNo) => links.get(rowNo) ?? { personId: '', familyId: '' }),
    review: [],
    linkageSummary: { pairsCompared: 0, clusterCount: persons.length, doubtfulCount: 0 },
  }
}

/** Share as text with three digits, or a dash where there is nothing to share. */
export function share(part: number, whole: number): string {
  return whole === 0 ? '-' : (part / whole).toFixed(3)
}
