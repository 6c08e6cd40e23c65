import { programmeCode } from '#ledger'
import type { Received } from '#ledger/schema'
import { indicatorOfWords, plainText } from '#partner'
import type { IsoDate } from '#platform/dates'
import type { BudgetLine } from './read-budget.ts'

/** Families that a budget line reached, or why it cannot be told. */
export interface Reach {
  readonly families?: ReadonlySet<string>
  /** Indonesian. */
  readonly note: string
}

/** Programme codes of the ledger by the words that budget lines use for them. */
const programmeWords: readonly (readonly [RegExp, string])[] = [
  [/\bpkh\b|program keluarga harapan/, 'PKH'],
  [/\bsembako\b|\bbpnt\b/, 'SEMBAKO'],
  [/\bpbi\b|pbpu/, 'PBI-JK'],
  [/\bpip\b|indonesia pintar/, 'PIP'],
  [/\brtlh\b|rumah tidak layak huni/, 'RTLH-K'],
  [/\bbsps\b|stimulan (?:perumahan )?swadaya/, 'BSPS'],
  [/rumah sejahtera terpadu|\brst\b/, 'RST'],
]

/**
 * Families reached by a budget line, by two plain rules and no guess.
 *
 * 1. The line names a programme that stands in the ledger. 2. The ledger's giver is the line's
 * agency and the help serves the need that the line's words name. Else the cell stays blank: other
 * money for the same need is not this line's.
 */
export function reachOfLine(line: BudgetLine, received: readonly Received[]): Reach {
  const words = plainText(`${line.subActivity} ${line.activity} ${line.programme}`)
  const own = plainText(line.subActivity)
  const programme = programmeWords.find(([pattern]) => pattern.test(own || words))?.[1]
  if (programme !== undefined) {
    const rows = received.filter((row) => programmeCode(row) === programme)
    if (rows.length > 0) {
      return { families: familiesOf(rows), note: `Dari daftar penerima ${programme}.` }
    }
    return { note: `Belum ada daftar penerima ${programme}.` }
  }
  const ofAgency = received.filter((row) => isSameAgency(row.provider, line.agency))
  if (ofAgency.length === 0) return { note: 'Belum ada daftar penerima dari perangkat daerah ini.' }
  const indicator = indicatorOfWords(line.subActivity) ?? indicatorOfWords(line.activity)
  if (indicator === undefined) {
    return { note: 'Kebutuhan yang dijawab baris ini tidak terbaca dari namanya.' }
  }
  const rows = ofAgency.filter((row) => row.indicator === indicator)
  return rows.length === 0
    ? { note: `Daftar perangkat daerah ini tidak memuat bantuan ${indicator}.` }
    : { families: familiesOf(rows), note: `Dari daftar ${line.agency} untuk ${indicator}.` }
}

/** Help given in the year of the matrix; undated help counts, lists are of the year they are for. */
export function receivedInYear(received: readonly Received[], on: IsoDate): readonly Received[] {
  const year = on.slice(0, 4)
  return received.filter(({ date }) => date === undefined || date.slice(0, 4) === year)
}

const agencyShortForms: readonly (readonly [RegExp, string])[] = [
  [/^dinsos\b/, 'dinas sosial'],
  [/^dinkes\b/, 'dinas kesehatan'],
  [/^disdik\b/, 'dinas pendidikan'],
  [/^disdukcapil\b|^dukcapil\b|^dinas kependudukan.*/, 'disdukcapil'],
  [/^disperkimtan\b|^perkimtan\b|^dinas perumahan.*/, 'disperkimtan'],
  [/^disnaker\b|^dinas tenaga kerja.*/, 'disnaker'],
  [/^pupr\b|^dinas pekerjaan umum.*/, 'dinas pupr'],
  [/^dp3appkb\b|^dinas pemberdayaan perempuan.*/, 'dp3appkb'],
]

/** Same office, whatever short form and whether or not the city's name follows. */
export function isSameAgency(left: string, right: string): boolean {
  const a = agencyKey(left)
  return a !== '' && a === agencyKey(right)
}

function agencyKey(text: string): string {
  const plain = plainText(text)
    .replace(/\b(?:kota|palangka ?raya|pemerintah|provinsi|prov|kalteng)\b/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
  const known = agencyShortForms.find(([pattern]) => pattern.test(plain))
  return known ? known[1] : plain
}

function familiesOf(rows: readonly Received[]): ReadonlySet<string> {
  return new Set(rows.map(({ familyId }) => familyId))
}
