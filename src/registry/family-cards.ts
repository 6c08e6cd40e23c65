import type { Intake } from '#intake/schema'
import type { PersonRows } from './person-facts.ts'
import { isFamilyRow } from './row-kinds.ts'
import { trustPlace } from './survivorship/trust.ts'

/** Leading digits that survive a spreadsheet. */
const keptDigits = 15

/**
 * The family card of each person: what the most believed rows name, with numbers cut short by a
 * spreadsheet completed, and numbers that stand alone one slip from a family's number at the same
 * place corrected. A number that cannot be completed still tells families apart: it ends in `?`.
 */
export function familyCards(
  intake: Intake,
  persons: readonly PersonRows[],
  placeOf: (rowNo: number) => string | undefined,
): readonly (string | undefined)[] {
  const byPrefix = fullNumbersByPrefix(intake)
  const slips = correctedSlips(intake, placeOf)
  const unnumbered = unnumberedCards(intake)
  const votes = persons.map((rowNos) => {
    const cards = cardVotes(intake, rowNos, byPrefix, slips)
    if (cards.size > 0) return cards
    const blocks = rowNos.flatMap((rowNo) => unnumbered.get(rowNo) ?? [])
    return new Map(blocks.map((block) => [block, 1]))
  })
  const support = new Map<string, number>()
  for (const cards of votes) {
    for (const [kk, weight] of cards) support.set(kk, (support.get(kk) ?? 0) + weight)
  }
  return votes.map((cards) => {
    let best: string | undefined
    for (const [kk, weight] of [...cards].sort(([left], [right]) => (left < right ? -1 : 1))) {
      const most = best === undefined ? -1 : (cards.get(best) ?? 0)
      const isTie = best !== undefined && weight === most
      if (weight > most || (isTie && (support.get(kk) ?? 0) > (support.get(best ?? '') ?? 0)))
        best = kk
    }
    return best
  })
}

/** A card is whole when it may be shown as a number. */
export function isWholeCard(kk: string): boolean {
  return !kk.endsWith('?')
}

function fullNumbersByPrefix(intake: Intake): ReadonlyMap<string, ReadonlySet<string>> {
  const byPrefix = new Map<string, Set<string>>()
  for (const { fields } of intake.rows) {
    if (fields.kk === undefined) continue
    const prefix = fields.kk.slice(0, keptDigits)
    const known = byPrefix.get(prefix)
    if (known) known.add(fields.kk)
    else byPrefix.set(prefix, new Set([fields.kk]))
  }
  return byPrefix
}

function cardVotes(
  intake: Intake,
  rowNos: PersonRows,
  byPrefix: ReadonlyMap<string, ReadonlySet<string>>,
  slips: ReadonlyMap<string, string>,
): ReadonlyMap<string, number> {
  const votes = new Map<string, number>()
  for (const rowNo of rowNos) {
    const row = intake.rows[rowNo]
    if (!row) continue
    const { kk, kkPrefix, relation } = row.fields
    const known = kkPrefix === undefined ? undefined : byPrefix.get(kkPrefix)
    const isLong = kkPrefix !== undefined && kkPrefix.length >= keptDigits - 1
    const named =
      kk ?? (known?.size === 1 ? [...known][0] : isLong && !known ? `${kkPrefix}?` : undefined)
    if (named === undefined) continue
    const card = slips.get(named) ?? named
    const weight = relationWeight(relation) / (1 + trustPlace(intake, row, 'kk') / 4)
    votes.set(card, (votes.get(card) ?? 0) + weight)
  }
  return votes
}

/** Share of rows with a card number below which a register is read by its heads. */
const numberedShare = 0.1

/**
 * Families of registers that leave the card number out: a head and the rows below him, down to the
 * next head. The names of these cards end in `?`, as those of cut numbers do.
 */
function unnumberedCards(intake: Intake): ReadonlyMap<number, string> {
  const blocks = new Map<number, string>()
  const rowNosOf = Map.groupBy(
    intake.rows.map((_, rowNo) => rowNo),
    (rowNo) => intake.rows[rowNo]?.sheetNo ?? -1,
  )
  for (const [sheetNo, rowNos] of rowNosOf) {
    if (intake.sheets[sheetNo]?.kind !== 'register-person') continue
    const rows = rowNos.flatMap((rowNo) => {
      const row = intake.rows[rowNo]
      return row ? [{ rowNo, ...row }] : []
    })
    const numbered = rows.filter(({ fields }) => (fields.kk ?? fields.kkPrefix) !== undefined)
    const heads = rows.filter(({ fields }) => fields.relation === 'head')
    if (numbered.length >= rows.length * numberedShare || heads.length === 0) continue
    rows.sort((left, right) => left.ref.row - right.ref.row)
    let block: string | undefined
    for (const { rowNo, ref, fields } of rows) {
      if (fields.relation === 'head') block = `${ref.file} ${ref.sheet} ${ref.row}?`
      if (block !== undefined && fields.relation !== undefined) blocks.set(rowNo, block)
    }
  }
  return blocks
}

/**
 * A list that tells the place in the family holds whole cards. Who is on two cards belongs where the
 * place is near: a son on his own card, not "other" on a former one.
 */
function relationWeight(relation: string | undefined): number {
  if (relation === undefined) return 1
  if (relation === 'head' || relation === 'spouse') return 2.2
  return relation === 'other' ? 1.8 : 2
}

/** Numbers borne by one row only, to the number of a family that they are one slip from, at one place. */
function correctedSlips(
  intake: Intake,
  placeOf: (rowNo: number) => string | undefined,
): ReadonlyMap<string, string> {
  const rowsOf = new Map<string, number[]>()
  intake.rows.forEach((row, rowNo) => {
    if (row.fields.kk === undefined) return
    const rows = rowsOf.get(row.fields.kk)
    if (rows) rows.push(rowNo)
    else rowsOf.set(row.fields.kk, [rowNo])
  })
  const byMask = new Map<string, string[]>()
  for (const kk of rowsOf.keys()) {
    for (const mask of masksOf(kk)) {
      const known = byMask.get(mask)
      if (known) known.push(kk)
      else byMask.set(mask, [kk])
    }
  }
  const slips = new Map<string, string>()
  for (const [kk, rowNos] of rowsOf) {
    if (isFamilyNumber(intake, rowNos)) continue
    const places = new Set(rowNos.map(placeOf))
    const near = new Set(masksOf(kk).flatMap((mask) => byMask.get(mask) ?? []))
    const families = [...near].filter((other) => {
      const rows = rowsOf.get(other) ?? []
      if (other === kk || !isFamilyNumber(intake, rows)) return false
      return rows.some((rowNo) => {
        const place = placeOf(rowNo)
        return place !== undefined && places.has(place)
      })
    })
    const [only] = families
    if (families.length === 1 && only !== undefined) slips.set(kk, only)
  }
  return slips
}

/** Borne by a family's row or by several names: more than a slip of the pen. */
function isFamilyNumber(intake: Intake, rowNos: readonly number[]): boolean {
  const rows = rowNos.flatMap((rowNo) => intake.rows[rowNo] ?? [])
  if (rows.some((row) => isFamilyRow(intake, row))) return true
  return new Set(rows.map(({ fields }) => fields.name?.trim().toLowerCase())).size > 1
}

/** The number with one digit hidden at each place, and with each two neighbours in fixed order. */
function masksOf(kk: string): string[] {
  const masks: string[] = []
  for (let place = 0; place < kk.length; place++) {
    masks.push(`${kk.slice(0, place)}_${kk.slice(place + 1)}`)
    const pair = kk.slice(place, place + 2)
    const [first = '', second = ''] = pair
    if (first !== second && pair.length === 2) {
      const sorted = first < second ? pair : second + first
      masks.push(`${place}:${kk.slice(0, place)}${sorted}${kk.slice(place + 2)}`)
    }
  }
  return masks
}
