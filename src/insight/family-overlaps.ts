import { overlaps } from '#ledger'
import type { Overlap, Received } from '#ledger/schema'
import type { FamilyRecords } from './load-family.ts'
import { IndicatorName, SectorName } from './schema.ts'

type Gift = FamilyRecords['received'][number]

/** What is said beside a gift: a few words, and the sentence behind them. */
export interface OverlapWords {
  readonly noteId: string
  readonly noteEn: string
  readonly reasonId: string
  readonly reasonEn: string
}

/** One line of the page: payments of one programme, for one lack, to one person. */
export function giftKey({ programme, indicator, person_id }: Gift): string {
  return `${programme}\n${indicator}\n${person_id}`
}

/**
 * Words for each gift that stands twice, doubles another or may not meet it, by `giftKey`.
 *
 * Different help that meets is as it should be: the page shows both and says no more.
 */
export function familyOverlaps(
  records: Pick<FamilyRecords, 'received' | 'rows'>,
): ReadonlyMap<string, readonly OverlapWords[]> {
  const words = new Map<string, OverlapWords[]>()
  for (const overlap of overlaps(receivedOf(records))) {
    const left = findGift(records.received, overlap.leftRowNo, overlap.indicator)
    const right = findGift(records.received, overlap.rightRowNo, overlap.indicator)
    if (overlap.kind === 'complementary' || !left || !right) continue
    for (const [gift, other] of distinctLines(left, right)) {
      const known = words.get(giftKey(gift)) ?? []
      words.set(giftKey(gift), [...known, overlapWords(overlap, gift, other)])
    }
  }
  return words
}

/** What a family received, as the ledger reads it. */
export function receivedOf({
  received,
  rows,
}: Pick<FamilyRecords, 'received' | 'rows'>): Received[] {
  const refOf = new Map(rows.map(({ row_no, file, sheet, row }) => [row_no, { file, sheet, row }]))
  return received.map((gift) => ({
    rowNo: gift.row_no,
    ref: refOf.get(gift.row_no) ?? { file: '', sheet: '', row: 0 },
    personId: gift.person_id,
    familyId: gift.family_id,
    sector: SectorName.parse(gift.sector),
    indicator: IndicatorName.parse(gift.indicator),
    programme: gift.programme,
    provider: gift.provider,
    status: gift.status === 'active' ? 'active' : 'received',
    ...(gift.received_on === null ? {} : { date: gift.received_on }),
  }))
}

/** A row may give for two lacks: the overlap's own first. */
function findGift(gifts: readonly Gift[], rowNo: number, indicator: string): Gift | undefined {
  const ofRow = gifts.filter(({ row_no }) => row_no === rowNo)
  return ofRow.find((gift) => gift.indicator === indicator) ?? ofRow[0]
}

/** Both sides, or one where both stand in one line of the page. */
function distinctLines(left: Gift, right: Gift): readonly (readonly [Gift, Gift])[] {
  if (giftKey(left) === giftKey(right)) return [[left, right]]
  return [
    [left, right],
    [right, left],
  ]
}

function overlapWords({ kind, isCertain }: Overlap, gift: Gift, other: Gift): OverlapWords {
  const pair = { one: gift.programme, two: other.programme }
  const { noteId, noteEn, becauseId, becauseEn } =
    kind === 'conflict' ? conflictWords(pair) : duplicateWords(pair)
  if (isCertain) {
    return {
      noteId,
      noteEn,
      reasonId: `Perlu dilihat: ${becauseId}. Belum tentu keliru.`,
      reasonEn: `Needs a look: ${becauseEn}. Not necessarily wrong.`,
    }
  }
  return {
    noteId: `${noteId}, perlu dipastikan`,
    noteEn: `${noteEn}, to be confirmed`,
    reasonId: `Perlu dipastikan, karena tanggalnya belum diketahui: ${becauseId}. Belum tentu keliru.`,
    reasonEn: `To be confirmed, as the date is not known yet: ${becauseEn}. Not necessarily wrong.`,
  }
}

interface Pair {
  readonly one: string
  readonly two: string
}

function conflictWords({ one, two }: Pair) {
  return {
    noteId: `bertabrakan dengan ${two}`,
    noteEn: `conflicts with ${two}`,
    becauseId: `menurut aturan, ${one} dan ${two} tidak boleh diterima bersama`,
    becauseEn: `by the rules, ${one} and ${two} must not be received together`,
  }
}

function duplicateWords({ one, two }: Pair) {
  if (one === two) {
    return {
      noteId: 'tercatat dua kali',
      noteEn: 'recorded twice',
      becauseId: `${one} tercatat dua kali`,
      becauseEn: `${one} is recorded twice`,
    }
  }
  return {
    noteId: `ganda dengan ${two}`,
    noteEn: `doubles ${two}`,
    becauseId: `${one} dan ${two} sejenis, dalam satu musim`,
    becauseEn: `${one} and ${two} are of one kind, in one season`,
  }
}
