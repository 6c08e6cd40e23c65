/** What a condition is about: a topic said by a column is not asked again from free text. */
export type Topic =
  | 'decile'
  | 'age'
  | 'sex'
  | 'school'
  | 'school-level'
  | 'disability'
  | 'pregnant'
  | 'woman-head'
  | 'lone-elderly'
  | 'own-house'
  | 'land'
  | 'nik'
  | 'faith'
  | 'area'
  | 'flood'
  | 'receives'
  | 'house-condition'
  | 'jkn'
  | 'illness'
  | 'power'
  | 'business'
  | 'group'

/** One condition of an offer as rule text over the facts of a need; empty text allows everything. */
export interface Condition {
  readonly topic: Topic
  readonly text: string
}

/** A list of texts in a rule. */
export function ruleList(values: readonly string[]): string {
  return `[${values.map(ruleText).join(', ')}]`
}

/** A text in a rule. */
export function ruleText(value: string): string {
  return `"${value.replace(/[\\"]/g, '')}"`
}

const disabilityWords: readonly (readonly [RegExp, string])[] = [
  [/fisik|daksa|physical/, 'physical'],
  [/netra|visual|blind/, 'visual'],
  [/rungu|dengar|hearing|tuli/, 'hearing'],
  [/wicara|speech/, 'speech'],
  [/intelektual|grahita|intellectual/, 'intellectual'],
  [/mental|jiwa|psikososial/, 'mental'],
  [/ganda|multi/, 'multiple'],
]

/** Kinds of disability in a text; empty when it names none. */
export function disabilityKinds(text: string): readonly string[] {
  const lower = text.toLowerCase()
  return disabilityWords.filter(([pattern]) => pattern.test(lower)).map(([, kind]) => kind)
}

/** The condition that a person has one of these disabilities; no kinds: any. */
export function disabilityCondition(kinds: readonly string[]): Condition {
  return {
    topic: 'disability',
    text: kinds.length === 0 ? 'disability != "none"' : `disability in ${ruleList(kinds)}`,
  }
}

/** Codes of the catalogue for names that offices use. */
const programmeNames: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:pkh|program keluarga harapan)$/, ['PKH']],
  [/^(?:sembako|bpnt)$/, ['SEMBAKO']],
  [/^(?:pip|kip|program indonesia pintar)$/, ['PIP']],
  [/^(?:pbi|pbi jk|jkn pbi)$/, ['PBI-JK']],
  [/^(?:rtlh|rtlh k|rtlh kota|rehab rtlh(?: kota)?)$/, ['RTLH-K']],
  [/^(?:bsps|rst|khbs|kube|beras|kip k|sr|atensi|pena|prakerja|zakat|tjslp|pmt)$/, []],
]

/** The programme code that a name means: the catalogue's where known, else as written. */
export function programmeOfName(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  const known = programmeNames.find(([pattern]) => pattern.test(plain))
  if (!known) return name.trim()
  return known[1][0] ?? plain.toUpperCase().replaceAll(' ', '-')
}

/** The condition that a family receives none of these programmes. */
export function receivesNone(programmes: readonly string[]): Condition {
  const parts = programmes.map((code) => `!(${ruleText(code)} in receives)`)
  return { topic: 'receives', text: parts.join(' && ') }
}

/** Papers that count as a legal title: certificate or a statement known to the office. */
export const legalTitle: Condition = {
  topic: 'land',
  text: 'land_title in ["certificate", "statement"]',
}

/** The faith of a giver's rule, in the register's own words. */
export function faithCondition(text: string): Condition | undefined {
  const faiths: readonly (readonly [RegExp, string])[] = [
    [/islam|muslim/, 'islam'],
    [/katolik|katholik|catholic/, 'katolik'],
    [/kristen|protestan|nasrani/, 'kristen'],
    [/hindu kaharingan|kaharingan/, 'kaharingan'],
    [/hindu/, 'hindu'],
    [/bud+ha/, 'buddha'],
    [/kh?ong ?hu ?cu/, 'khonghucu'],
  ]
  const lower = text.toLowerCase()
  if (/semua|lintas|all|any|bebas/.test(lower)) return { topic: 'faith', text: '' }
  const faith = faiths.find(([pattern]) => pattern.test(lower))?.[1]
  return faith === undefined ? undefined : { topic: 'faith', text: `faith == ${ruleText(faith)}` }
}

/** The kind of area in a text, in the words of the register; `!` before it means anywhere else. */
export function areaCondition(text: string): Condition | undefined {
  const kinds: readonly (readonly [RegExp, string])[] = [
    [/river|sungai|bantaran|tepi air|lanting/, 'river'],
    [/remote|terpencil|pedalaman|daerah jauh|akses sulit|sulit dijangkau/, 'remote'],
    [/slum|kumuh/, 'slum'],
    [/farm|tani|pertanian|kebun/, 'farm'],
    [/urban|perkotaan|kota/, 'urban'],
    [/rural|desa|perdesaan/, 'rural'],
  ]
  const lower = text.toLowerCase()
  const isNot = /^\s*(?:!|bukan|non|selain|kecuali|luar)/.test(lower)
  const kind = kinds.find(([pattern]) => pattern.test(lower))?.[1]
  if (kind === undefined) return undefined
  return { topic: 'area', text: `area_type ${isNot ? '!=' : '=='} ${ruleText(kind)}` }
}
