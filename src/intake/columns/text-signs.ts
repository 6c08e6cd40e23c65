import type { Meaning } from '../values/index.ts'
import type { ValueProfile } from './value-profile.ts'

/** Words by which free texts of one meaning give themselves away; the rest of the text is free. */
const signs: readonly (readonly [Meaning, RegExp])[] = [
  [
    'aidText',
    /sembako|\bpaket\b|bantuan|\bmodal\b|santunan|gerobak|kursi roda|beasiswa|rehab|bedah rumah|tandon|septi[kc]|jamban|\btas\b|seragam|uang tunai|\bberas\b|alat bantu|pelatihan/,
  ],
  [
    'aidStatusText',
    /berhasil|gagal|\bcair\b|tersalur|tidak aktif|\bsukses\b|batal|retur|\bhadir\b|diterima|belum (?:ambil|cair|salur)|terealisasi/,
  ],
  [
    'jknReason',
    /tidak padan|segmen|\bdesil\b|tidak ditemukan|meninggal|data ganda|pindah|non ?aktif/,
  ],
  [
    'occupation',
    /buruh|\bpe?tani|nelayan|pedagang|\bojek\b|tukang|tidak bekerja|menganggur|rumah tangga|wiraswasta|karyawan|\bpns\b|\bguru\b|\bsopir\b|pemulung|serabutan|honorer/,
  ],
  [
    'groundsText',
    /fakir|\bmiskin\b|ghari?m|mual+af|fi ?sabil|\bamil\b|riqab|ibnu sabil|yatim|\bdtsen\b|\bkip\b/,
  ],
  ['schoolName', /^(?:sd|smp|sma|smk|mi|mts|ma)[nsi]?(?:\b|\d)/],
  [
    'provider',
    /^(?:pt|cv|ud|bank|yayasan|swalayan|koperasi|toko|perum\w*|kementerian|dinas|baznas|laz\w*|pemko|pemkot)\b/,
  ],
  [
    'note',
    /korban banjir|t(?:i)?da?k layak|janda|bpjs mati|putus sekolah|tdk sekolah|tidak sekolah|sebatang kara|roboh|bocor|cacat|hidup sendiri/,
  ],
]

/** Share of a column's distinct texts that carry the meaning's words, 0 to 1. */
export function signShare(meaning: Meaning, { words }: ValueProfile): number {
  const sign = signs.find(([signed]) => signed === meaning)?.[1]
  if (!sign || words.length === 0) return 0
  return words.filter((word) => sign.test(word)).length / words.length
}

/** Meanings whose words most of a column's texts carry, with the share. */
export function signedMeanings(
  profile: ValueProfile,
): { readonly meaning: Meaning; readonly share: number }[] {
  return signs
    .map(([meaning]) => ({ meaning, share: signShare(meaning, profile) }))
    .filter(({ share }) => share >= 0.6)
}
