import { normaliseAddress, normaliseName } from '#linkage'

const names: ReadonlySet<string> = new Set(['name', 'headName', 'motherName', 'guardianName'])

/**
 * One text for spellings of a field that say the same: "Jln. Anggrek 3" and "Jalan Anggrek No. 3", "ST.
 * AISYAH" and "Siti Aisyah". For showing beside each other, not for deciding who is who.
 */
export function alikeKey(field: string, value: string): string {
  const plain = value.trim().toLowerCase().replace(/\s+/g, ' ')
  if (field === 'address') {
    const { street = '', number = '' } = normaliseAddress(value) ?? {}
    // A landmark ("behind the market") has no street: its words are all there is.
    return street === '' ? plain.replace(/[^a-z0-9]+/g, ' ').trim() : `${street} ${number}`
  }
  if (names.has(field)) return normaliseName(value).tokens.toSorted().join(' ') || plain
  if (field === 'phone') return plain.replace(/\D/g, '').replace(/^62/, '0') || plain
  return plain
}
