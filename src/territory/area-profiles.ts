import type { AreaProfile } from './schema.ts'
import { wards } from './schema.ts'

/**
 * Times a ward is named in six flood lists of the city's disaster agency, 2021 to 2025.
 *
 * @source Flood lists of BPBD Kota Palangka Raya as reported by beseputkalteng.blogspot.com (September
 * 2021), voi.id 210900 and kaltengekspres.com (September 2022), republika.co.id (12 December 2023),
 * beritagratis.com (15 March 2025), kalteng.antaranews.com 734673. One list was cut off: a floor, not a
 * census. To be replaced with data of BPBD or InaRISK.
 */
const floodListings: Readonly<Record<string, number>> = {
  Palangka: 6,
  Langkai: 6,
  'Tanjung Pinang': 6,
  'Bukit Tunggal': 6,
  'Petuk Katimpun': 6,
  'Bereng Bengkel': 6,
  'Pahandut Seberang': 6,
  Pahandut: 5,
  'Kameloh Baru': 5,
  'Danau Tundai': 5,
  Kalampangan: 4,
  Marang: 4,
  'Tumbang Tahai': 4,
  'Tumbang Rungan': 3,
  Banturung: 2,
  Tangkiling: 1,
}

/**
 * Wards that ask for a road from Tangkiling: the river is the only way and is shallow in drought.
 *
 * @source beritasampit.com, 17 July 2025; for Mungku Baru also kalteng.co, 24 March 2021.
 */
const riverOnly: ReadonlySet<string> = new Set([
  'Kanarakan',
  'Gaung Baru',
  'Panjehang',
  'Petuk Barunai',
  'Bukit Sua',
  'Mungku Baru',
])

/** One profile a ward, in the order of codes. */
export const areaProfiles: readonly AreaProfile[] = wards.map(({ code, name }) => ({
  ward: code,
  floodListings: floodListings[name] ?? null,
  isRiverOnly: riverOnly.has(name),
}))

const byWard = new Map(areaProfiles.map((profile) => [profile.ward, profile]))

/** The profile of a ward, by its code. */
export function findAreaProfile(ward: string): AreaProfile | undefined {
  return byWard.get(ward)
}
