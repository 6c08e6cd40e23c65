import type { SeededRandom } from './random.ts'
import type { SampleCell } from './schema.ts'

/** How carelessly an office keeps its list: each a share of rows. */
export interface Carelessness {
  readonly nikMissing: number
  readonly nikTypo: number
  /** Kept as a number: the sixteenth digit is lost. */
  readonly nikAsNumber: number
  readonly nameSpelling: number
  readonly nameShort: number
  readonly addressLoose: number
}

/** A cell and the kind of damage done to it, if any. */
export interface Damaged<Cell extends SampleCell = SampleCell> {
  readonly cell: Cell
  readonly tag?: string
}

/** A NIK as that office would have it. */
export function damageNik(random: SeededRandom, nik: string, care: Carelessness): Damaged {
  if (nik === '') {
    return random.chance(0.5)
      ? { cell: null, tag: 'no_nik_in_truth' }
      : { cell: '-', tag: 'nik_placeholder' }
  }
  const roll = random.next()
  if (roll < care.nikMissing) return { cell: null, tag: 'nik_missing' }
  if (roll < care.nikMissing + care.nikTypo) {
    return random.chance(0.6)
      ? { cell: otherDigit(random, nik), tag: 'nik_digit' }
      : { cell: swapDigits(random, nik), tag: 'nik_transposed' }
  }
  if (roll < care.nikMissing + care.nikTypo + care.nikAsNumber) {
    return { cell: Number(`${nik.slice(0, 15)}0`), tag: 'nik_number_15' }
  }
  return random.chance(0.08) ? { cell: `'${nik}`, tag: 'nik_apostrophe' } : { cell: nik }
}

/** The number of a card, one in ten kept as a number: its sixteenth digit is lost. */
export function damageKk(random: SeededRandom, kk: string): Damaged {
  return random.chance(0.1)
    ? { cell: Number(`${kk.slice(0, 15)}0`), tag: 'kk_number_15' }
    : { cell: kk }
}

/** A name as that office would write it; upper case where the office shouts. */
export function damageName(
  random: SeededRandom,
  person: { readonly name: string; readonly sex: 'L' | 'P' },
  care: Carelessness,
): Damaged<string> {
  const { name, sex } = person
  const roll = random.next()
  const words = name.split(' ')
  if (roll < care.nameSpelling) return { cell: oldSpelling(random, name), tag: 'name_spelling' }
  if (roll < care.nameSpelling + care.nameShort && words.length > 1) {
    if (random.chance(0.5)) return { cell: words.slice(0, -1).join(' '), tag: 'name_dropped' }
    const initial = `${words.slice(0, -1).join(' ')} ${words.at(-1)?.slice(0, 1)}.`
    return { cell: initial, tag: 'name_initial' }
  }
  if (roll > 1 - care.nameShort / 2) {
    return { cell: `${sex === 'L' ? 'Bpk.' : 'Ibu'} ${name}`, tag: 'name_honorific' }
  }
  return { cell: name }
}

/** Letters that older clerks write otherwise: u/oe, j/dj, y/j, or one slip of the finger. */
function oldSpelling(random: SeededRandom, name: string): string {
  const rules: readonly (readonly [RegExp, string])[] = [
    [/u/, 'oe'],
    [/i$/, 'y'],
    [/j/, 'dj'],
    [/f/, 'p'],
    [/k/, 'q'],
  ]
  const [pattern, replacement] = random.pick(rules) ?? [/u/, 'oe']
  if (pattern.test(name.slice(1))) return name[0] + name.slice(1).replace(pattern, replacement)
  const at = random.whole(1, Math.max(1, name.length - 2))
  return name.slice(0, at) + name.slice(at + 1)
}

/** Street and number as written by hand. */
export function writeAddress(
  random: SeededRandom,
  street: string,
  houseNo: number,
  care: Carelessness,
): Damaged<string> {
  const road = random.pick(['Jl.', 'Jl', 'Jalan', 'JL.', 'Jln.'] as const)
  if (random.chance(care.addressLoose)) return { cell: `${road} ${street}`, tag: 'addr_no_number' }
  const number = random.pick(['No. ', 'no.', 'NO ', ''] as const)
  return { cell: `${road} ${street} ${number}${houseNo}` }
}

/** A ward's name as hastily typed. */
export function damageWard(random: SeededRandom, name: string, share: number): Damaged<string> {
  if (!random.chance(share)) return { cell: name }
  const written = random.pick([
    name.replace('Bukit', 'Bkt'),
    name.replace(' ', ''),
    name.toUpperCase(),
    `Kel. ${name}`,
  ] as const)
  return written === name ? { cell: name } : { cell: written, tag: 'kel_misspelt' }
}

/** A birth date in one of the forms that stand side by side in one column. */
export function writeDate(
  random: SeededRandom,
  iso: string,
  form: 'cell' | 'mixed' | 'compact' | 'dashed',
): SampleCell {
  const [year = '', month = '', day = ''] = iso.split('-')
  if (form === 'compact') return `${year}${month}${day}`
  if (form === 'dashed') return `${day}-${month}-${year}`
  if (form === 'cell' || random.chance(0.4)) return new Date(`${iso}T00:00:00Z`)
  if (random.chance(0.5)) return `${day}/${month}/${year}`
  return `${Number(day)} ${monthNames[Number(month) - 1] ?? ''} ${year}`
}

const monthNames = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
]

function otherDigit(random: SeededRandom, nik: string): string {
  const at = random.whole(6, 15)
  return nik.slice(0, at) + ((Number(nik[at]) + random.whole(1, 9)) % 10) + nik.slice(at + 1)
}

function swapDigits(random: SeededRandom, nik: string): string {
  const at = random.whole(6, 14)
  return nik.slice(0, at) + nik.slice(at + 1, at + 2) + nik.slice(at, at + 1) + nik.slice(at + 2)
}
