import { districtOf, regionName, wardShapes, wards } from '#territory'
import { type Household, makeHousehold, type SamplePlace } from './make-household.ts'
import { SeededRandom } from './random.ts'
import type { SampleCity, SampleFamily, SamplePerson } from './schema.ts'

/**
 * Weight of each district by its people.
 *
 * @source Population by district 2015, Kota Palangka Raya in figures.
 */
const districtWeights: readonly (readonly [string, number])[] = [
  ['62.71.01', 81_156],
  ['62.71.02', 11_577],
  ['62.71.03', 141_353],
  ['62.71.04', 16_763],
  ['62.71.05', 2_531],
]

const streetNames = [
  'Bangka',
  'Bukit Keminting',
  'Temanggung Tilung',
  'Rajawali',
  'Garuda',
  'Hiu Putih',
  'Seth Adji',
  'Rindang Banua',
  'Kalimantan',
  'Riau',
  'Tjilik Riwut',
  'Mendawai',
  'Flamboyan',
  'Sisingamangaraja',
  'Tambun Bungai',
  'Murjani',
  'Diponegoro',
  'Ahmad Yani',
  'G. Obos',
  'RTA Milono',
  'Wortel',
  'Lele',
] as const

/** A synthetic city of about that many persons; the same for the same seed. All persons are invented. */
export function makeCity(personCount: number, seed: number): SampleCity {
  const random = new SeededRandom(seed)
  const persons: SamplePerson[] = []
  const families: SampleFamily[] = []
  const streetsOf = makeStreets(random)
  let previous: Household | undefined
  while (persons.length < personCount) {
    const place =
      random.chance(0.06) && previous ? samePlace(previous.family) : pickPlace(random, streetsOf)
    const household = makeHousehold(random, place, {
      families: families.length,
      persons: persons.length,
    })
    persons.push(...household.persons)
    families.push(household.family)
    previous = household
  }
  return { persons, families }
}

/** Two families under one roof. */
function samePlace(family: SampleFamily): SamplePlace {
  const { ward, wardName, district, districtName, rt, rw, street, houseNo, latitude, longitude } =
    family
  return { ward, wardName, district, districtName, rt, rw, street, houseNo, latitude, longitude }
}

function pickPlace(
  random: SeededRandom,
  streetsOf: ReadonlyMap<string, readonly string[]>,
): SamplePlace {
  const district = random.weighted(districtWeights) ?? '62.71.03'
  const ward = random.pick(wards.filter(({ code }) => districtOf(code) === district))
  if (!ward) throw new Error(`district ${district} has no wards`)
  const [longitude, latitude] = wardCentre(ward.code)
  return {
    ward: ward.code,
    wardName: ward.name,
    district,
    districtName: regionName(district) ?? '',
    rt: random.whole(1, 12),
    rw: random.whole(1, 6),
    street: random.pick(streetsOf.get(ward.code) ?? streetNames) ?? 'Bangka',
    houseNo: random.whole(1, 180),
    latitude: round6(latitude + random.normal() * 0.004),
    longitude: round6(longitude + random.normal() * 0.004),
  }
}

function makeStreets(random: SeededRandom): ReadonlyMap<string, readonly string[]> {
  return new Map(
    wards.map(({ code }) => [
      code,
      Array.from({ length: 8 }, () => {
        const name = random.pick(streetNames)
        return random.chance(0.3) ? `${name} ${random.pick(['I', 'II', 'III', 'IV', 'V'])}` : name
      }),
    ]),
  )
}

function wardCentre(code: string): readonly [number, number] {
  const shape = wardShapes().find((ward) => ward.code === code)
  return shape?.label ?? [113.92, -2.21]
}

function round6(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}
