import { parseNumber } from './amounts.ts'
import { plainText } from './plain-text.ts'

export interface UnitReading {
  /** How many needs one unit serves; absent where the text does not say and nobody may guess. */
  readonly needsPerUnit?: number
  /** Why a person should look at it, and what is done until then. */
  readonly doubt?: 'unit-unclear' | 'group-size'
}

const single =
  /\b(?:orang|jiwa|person|individu|siswa|murid|pelajar|anak|balita|lansia|penerima|peserta|pekerja|santri|family|keluarga|kk|kpm|rumah tangga|house|rumah|sr|sambungan|paket|voucher|umkm|usaha|pasien|ibu)\b/
const group = /\b(?:group|kelompok|kube|poktan|klp|kel usaha|komunitas)\b/
const area = /\b(?:area|lokasi|titik|kawasan|rt|rw|kelurahan|kampung|desa|unit komunal|komunal)\b/

/** Fewest members of a joint business group. @source Ministry guideline quoted in the domain notes: KUBE of 5 to 10 families. */
const fewestInGroup = 5

/**
 * How many needs one unit serves.
 *
 * A unit for a person, a family or a house serves one. A group serves the fewest members that its
 * text names, so that no place is promised that may not be there. For a facility of an area the
 * text must say how many it serves.
 */
export function readUnit(unit: string, story: string): UnitReading {
  const words = plainText(unit)
  if (group.test(words)) {
    const size = smallestCount(story, /(\d+)(?:\s*[-–]\s*\d+)?\s*(?:kk|keluarga|orang|anggota)\b/i)
    return { needsPerUnit: size ?? fewestInGroup, doubt: 'group-size' }
  }
  if (area.test(words)) {
    const served = smallestCount(
      story,
      /(\d+)(?:\s*[-–]\s*\d+)?\s*(?:rumah|kk|keluarga|orang|jiwa)\b/i,
    )
    return served === undefined
      ? { doubt: 'unit-unclear' }
      : { needsPerUnit: served, doubt: 'unit-unclear' }
  }
  if (words === '' || single.test(words)) return { needsPerUnit: 1 }
  return { needsPerUnit: 1, doubt: 'unit-unclear' }
}

function smallestCount(text: string, pattern: RegExp): number | undefined {
  const value = parseNumber(pattern.exec(text)?.[1] ?? '')
  return value !== undefined && value >= 1 ? Math.floor(value) : undefined
}
