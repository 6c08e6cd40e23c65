import type { FactValue } from './rule-language/value.ts'
import type { FieldSpec } from './rule-language/vocabulary.ts'

/** One text in both languages. */
export interface Words {
  readonly id: string
  readonly en: string
}

/** A fact that rules may ask about, with the words for each answer. */
export interface FactField extends FieldSpec {
  readonly label: Words
  /** Where the fact comes from. */
  readonly source: string
  /** The fact in a sentence, as part of a reason; `who` is the member's name or "keluarga ini". */
  readonly say: (value: Exclude<FactValue, null>, who: Words) => Words
  /** The fact as something not known: "tanggal lahir Aulia". */
  readonly ask: (who: Words) => Words
  /** What settles it. */
  readonly bring: Words
}

/** Sources, as the catalogue names them. */
export const dtsen = 'DTSEN'
export const local = 'survei dan daftar dinas'
export const derived = 'dihitung dari isian lain'

/** What settles many facts. */
export const familyCard: Words = {
  id: 'Bawa KTP atau KK.',
  en: 'Bring the ID card or family card.',
}
export const homeVisit: Words = {
  id: 'Petugas kelurahan perlu melihat rumahnya.',
  en: 'A ward officer needs to see the house.',
}
export const askFamily: Words = {
  id: 'Tanyakan kepada keluarga ini.',
  en: 'Ask the family.',
}

/** What a yes-or-no fact is called when it holds, when it does not, and as a question. */
interface YesNoWords {
  readonly label: Words
  readonly yes: (who: Words) => Words
  readonly no: (who: Words) => Words
  readonly ask: (who: Words) => Words
  readonly bring: Words
  readonly source: string
}

/** A fact that holds or not, with its words. */
export function yesNo({ yes, no, ...rest }: YesNoWords): FactField {
  return { type: 'bool', ...rest, say: (value, who) => (value === true ? yes(who) : no(who)) }
}

/** A fact out of a closed list of values. */
export function text(
  values: readonly string[],
  label: Words,
  source: string,
  bring: Words,
): FactField {
  return {
    type: 'text',
    values,
    label,
    source,
    bring,
    say: (value, who) => ({
      id: `${label.id} ${who.id}: ${shown(value)}`,
      en: `${label.en} of ${who.en}: ${shown(value)}`,
    }),
    ask: (who) => ({ id: `${label.id} ${who.id}`, en: `the ${label.en} of ${who.en}` }),
  }
}

/** A value inside a sentence. */
export function shown(value: Exclude<FactValue, null>): string {
  if (typeof value !== 'object') return String(value)
  if (!('lo' in value)) return value.join(', ')
  return value.hi === Number.POSITIVE_INFINITY
    ? `${value.lo} atau lebih`
    : `${value.lo}–${value.hi}`
}
