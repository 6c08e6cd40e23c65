import { indicatorNames, needPhrase, needReason, questionText } from '#assessment'
import { indicatorsBySector, type Sector } from '#ledger/schema'
import { formatRupiah } from '#platform/money'
import type { ProgrammeSummary } from '#programme/schema'
import { familyOverlaps, giftKey, type OverlapWords } from './family-overlaps.ts'
import type { FamilyRecords } from './load-family.ts'
import { GridEntry, IndicatorName, SectorName, sectors } from './schema.ts'

export type FamilyGrid = Readonly<Record<Sector, readonly GridEntry[]>>

/** Names of members by id, first words as the family says them. */
export type NameOf = (personId: string | null) => string | null

/**
 * The six sectors of a family, each with what it lacks, receives, can get, is promised, and what
 * nobody knows yet; the most urgent first.
 */
export function familyGrid(
  records: FamilyRecords,
  programmes: readonly ProgrammeSummary[],
  nameOf: NameOf,
): FamilyGrid {
  const entries = [
    ...lacking(records, nameOf),
    ...receiving(records, nameOf),
    ...possible(records, programmes, nameOf),
    ...promised(records),
    ...unknown(records, nameOf),
  ]
  const grid: Record<Sector, GridEntry[]> = {
    basic: [],
    education: [],
    health: [],
    water: [],
    housing: [],
    livelihood: [],
  }
  for (const { sector, entry } of entries) grid[sector].push(GridEntry.parse(entry))
  return grid
}

interface Placed {
  readonly sector: Sector
  readonly entry: GridEntry
}

const severityWords = [
  { id: 'tingkat 1', en: 'level 1' },
  { id: 'tingkat 2', en: 'level 2' },
  { id: 'tingkat 3', en: 'level 3' },
  { id: 'mendesak', en: 'urgent' },
] as const

function lacking({ needs }: FamilyRecords, nameOf: NameOf): Placed[] {
  return needs.map((need) => {
    const indicator = IndicatorName.parse(need.indicator)
    const name = nameOf(need.person_id)
    const phrase = needPhrase({ indicator, evidence: need.evidence }, name)
    const reason = needReason({ ...need, indicator })
    const severity = severityWords[need.severity - 1] ?? severityWords[0]
    return {
      sector: SectorName.parse(need.sector),
      entry: {
        state: 'lacks',
        indicator,
        textId: phrase.id,
        textEn: phrase.en,
        noteId: need.since === null ? severity.id : `${severity.id} · sejak ${need.since}`,
        noteEn: need.since === null ? severity.en : `${severity.en} · since ${need.since}`,
        reasonId: reason.id,
        reasonEn: reason.en,
        facts: need.evidence.map(({ fact, value, ref }) => ({
          fact,
          value,
          file: ref?.file ?? '',
          sheet: ref?.sheet ?? '',
          row: ref?.row ?? 0,
        })),
        points: need.points,
        personId: need.person_id,
      },
    }
  })
}

function receiving({ received, rows }: FamilyRecords, nameOf: NameOf): Placed[] {
  const rowOf = new Map(rows.map((row) => [row.row_no, row]))
  const overlapsOf = familyOverlaps({ received, rows })
  const seen = new Set<string>()
  const placed: Placed[] = []
  for (const item of received) {
    const key = giftKey(item)
    if (seen.has(key)) continue
    seen.add(key)
    const name =
      item.indicator === 'JKN' || item.indicator === 'EDU_COST' ? nameOf(item.person_id) : null
    const amount = item.amount_rp === null ? '' : ` ${formatRupiah(item.amount_rp)}`
    const place = rowOf.get(item.row_no)
    placed.push({
      sector: SectorName.parse(item.sector),
      entry: {
        state: 'received',
        indicator: IndicatorName.parse(item.indicator),
        textId: `${item.programme}${amount}${name === null ? '' : ` untuk ${name}`}`,
        textEn: `${item.programme}${amount}${name === null ? '' : ` for ${name}`}`,
        ...receivedWords(item, overlapsOf.get(key) ?? []),
        facts: place
          ? [
              {
                fact: 'aid',
                value: item.programme,
                file: place.file,
                sheet: place.sheet,
                row: place.row,
              },
            ]
          : [],
        points: [],
        personId: item.person_id,
      },
    })
  }
  return placed
}

/** From whom or when, then what is to be looked at where the gift meets another. */
function receivedWords(
  { provider, received_on: last }: FamilyRecords['received'][number],
  meets: readonly OverlapWords[],
) {
  return {
    noteId: [
      last === null ? provider : `terakhir ${last}`,
      ...meets.map((words) => words.noteId),
    ].join(' · '),
    noteEn: [last === null ? provider : `last ${last}`, ...meets.map((words) => words.noteEn)].join(
      ' · ',
    ),
    reasonId: [`Tercatat di daftar ${provider}.`, ...meets.map((words) => words.reasonId)].join(
      ' ',
    ),
    reasonEn: [`Stands in the list of ${provider}.`, ...meets.map((words) => words.reasonEn)].join(
      ' ',
    ),
  }
}

const periodWords: Readonly<Record<string, readonly [string, string]>> = {
  month: ['/bulan', '/month'],
  quarter: ['/triwulan', '/quarter'],
  year: ['/tahun', '/year'],
  once: ['', ''],
}

/** ` Rp500.000/triwulan`, with `sekurangnya` where a missing fact could raise it; empty for goods. */
function payWords({
  amount_rp: amountRp,
  amount_period: period,
  is_amount_minimum: isMinimum,
}: FamilyRecords['decisions'][number]): { readonly id: string; readonly en: string } {
  if (amountRp === null) return { id: '', en: '' }
  const [perId, perEn] = periodWords[period ?? 'once'] ?? ['', '']
  const amount = formatRupiah(amountRp)
  return {
    id: ` ${isMinimum ? 'sekurangnya ' : ''}${amount}${perId}`,
    en: ` ${isMinimum ? 'at least ' : ''}${amount}${perEn}`,
  }
}

function possible(
  { decisions }: FamilyRecords,
  programmes: readonly ProgrammeSummary[],
  nameOf: NameOf,
): Placed[] {
  const summaryOf = new Map(programmes.map((programme) => [programme.code, programme]))
  return decisions.flatMap((decision): Placed[] => {
    const summary = summaryOf.get(decision.programme)
    const sector = SectorName.safeParse(summary?.sector)
    if (!summary || !sector.success) return []
    if (decision.result !== 'eligible' || decision.is_receiving) return []
    const pay = payWords(decision)
    const name = nameOf(decision.person_id === '' ? null : decision.person_id)
    return [
      {
        sector: sector.data,
        entry: {
          state: 'can-get',
          indicator: null,
          textId: `${summary.code}${pay.id}${name === null ? '' : ` untuk ${name}`}`,
          textEn: `${summary.code}${pay.en}${name === null ? '' : ` for ${name}`}`,
          noteId: `diputuskan ${summary.decidedBy}`,
          noteEn: `decided by ${summary.decidedByEn}`,
          reasonId: decision.reason_id,
          reasonEn: decision.reason_en,
          facts: decision.outcomes.flatMap(({ facts }) =>
            facts.map(({ field, value, ref }) => ({
              fact: field,
              value: value ?? '?',
              file: ref?.file ?? '',
              sheet: ref?.sheet ?? '',
              row: ref?.row ?? 0,
            })),
          ),
          points: [],
          personId: decision.person_id === '' ? null : decision.person_id,
        },
      },
    ]
  })
}

function promised(records: FamilyRecords): Placed[] {
  return records.promised.map((line) => ({
    sector: SectorName.parse(line.sector),
    entry: {
      state: 'promised',
      indicator: IndicatorName.parse(line.indicator),
      textId: `${line.provider}: ${line.what}`,
      textEn: `${line.provider}: ${line.what}`,
      noteId: `usulan, belum disetujui · ${formatRupiah(line.amount_rp)}`,
      noteEn: `proposed, not approved yet · ${formatRupiah(line.amount_rp)}`,
      reasonId: line.reason,
      reasonEn: line.reason_en,
      facts: [],
      points: [],
      personId: line.person_id,
    },
  }))
}

function unknown({ questions, decisions }: FamilyRecords, nameOf: NameOf): Placed[] {
  return questions.map((question) => {
    const indicator = IndicatorName.parse(question.indicator)
    const personId = question.person_id === '' ? null : question.person_id
    const text = questionText(question.fact, nameOf(personId))
    const settles = 1 + decisions.filter(({ missing }) => asks(missing, question.fact)).length
    return {
      sector: sectorOf(indicator),
      entry: {
        state: 'unknown',
        indicator,
        textId: text.id,
        textEn: text.en,
        noteId: `menentukan ${settles} keputusan`,
        noteEn: `settles ${settles} ${settles === 1 ? 'decision' : 'decisions'}`,
        reasonId: `Belum diketahui, jadi ${indicatorNames[indicator].id} belum bisa dipastikan.`,
        reasonEn: `Not known yet, so ${indicatorNames[indicator].en} cannot be told.`,
        facts: [],
        points: [],
        personId,
      },
    }
  })
}

/** True when a decision waits for this fact; programme fields are the register's in snake case. */
export function asks(missing: unknown, fact: string): boolean {
  const snake = fact.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return Array.isArray(missing) && (missing.includes(fact) || missing.includes(snake))
}

function sectorOf(indicator: string): Sector {
  const found = sectors.find((sector) =>
    indicatorsBySector[sector].some((code) => code === indicator),
  )
  return found ?? 'basic'
}
