import { toIsoDate } from '#platform/dates'
import { makeDwelling } from './make-dwelling.ts'
import { makeFamilyName, makeName, makeNickname } from './names.ts'
import type { SeededRandom } from './random.ts'
import type { SampleFamily, SamplePerson } from './schema.ts'

/** Where a family lives. */
export interface SamplePlace {
  readonly ward: string
  readonly wardName: string
  readonly district: string
  readonly districtName: string
  readonly rt: number
  readonly rw: number
  readonly street: string
  readonly houseNo: number
  readonly latitude: number
  readonly longitude: number
}

export interface Household {
  readonly family: SampleFamily
  readonly persons: readonly SamplePerson[]
}

/** How many stand in the city already, for running numbers. */
export interface Counts {
  readonly families: number
  readonly persons: number
}

interface Member {
  readonly sex: 'L' | 'P'
  readonly ageYears: number
  readonly relation: SamplePerson['relation']
  readonly marital: SamplePerson['marital']
}

type Job = readonly [string, string]

const informal: readonly [Job, ...Job[]] = [
  ['buruh bangunan', 'konstruksi'],
  ['buruh cuci', 'jasa'],
  ['ojek', 'angkutan'],
  ['pedagang kaki lima', 'perdagangan'],
  ['nelayan sungai', 'perikanan'],
  ['penjual kue', 'perdagangan'],
  ['petani sayur', 'pertanian'],
  ['tukang parkir', 'jasa'],
]
const formal: readonly [Job, ...Job[]] = [
  ['karyawan swasta', 'jasa'],
  ['PNS', 'jasa pemerintah'],
  ['guru', 'pendidikan'],
  ['wiraswasta', 'perdagangan'],
]
const illnesses = ['hipertensi', 'diabetes', 'asma', 'TBC', 'jantung', 'stroke'] as const

/** One family: who lives together, how they fare, and the house that goes with it. */
export function makeHousehold(random: SeededRandom, place: SamplePlace, counts: Counts): Household {
  const familyId = `F${counts.families + 1}`
  const welfare = Math.min(0.999, Math.max(0, random.next() * 0.85 + random.normal() * 0.08 + 0.05))
  const familyName = makeFamilyName(random)
  const members = familyMembers(random)
  const kk = kkNumber(random, place.district, counts.families)

  const childName = members.some(({ relation }) => relation === 3)
    ? makeName(random, 'L', familyName)
    : undefined
  const mother = members.find(
    ({ sex, relation }) => sex === 'P' && (relation === 1 || relation === 2),
  )
  const motherName = mother ? makeName(random, 'P', familyName) : ''
  let isChildNamed = false
  const persons = members.map((member, no): SamplePerson => {
    let name = makeName(random, member.sex, familyName)
    if (member === mother) name = motherName
    else if (
      member.relation === 3 &&
      member.sex === 'L' &&
      childName !== undefined &&
      !isChildNamed
    ) {
      name = childName
      isChildNamed = true
    }
    return makePerson(random, {
      personId: `P${counts.persons + no + 1}`,
      familyId,
      name,
      member,
      welfare,
      place,
      motherName: member.relation === 3 ? motherName : '',
      eldestChild: childName,
      serial: counts.persons + no,
    })
  })
  return {
    persons,
    family: {
      familyId,
      kk,
      ...place,
      welfare,
      decile: Math.min(10, Math.max(1, Math.ceil((welfare + random.normal() * 0.08) * 10))),
      ...makeDwelling(random, welfare, persons.length),
      memberIds: persons.map(({ personId }) => personId),
    },
  }
}

/** Couples with children mostly; lone elderly, lone mothers and three generations too. */
function familyMembers(random: SeededRandom): Member[] {
  const kind = random.weighted([
    ['couple', 62],
    ['lone-parent', 13],
    ['single', 12],
    ['lone-elderly', 6],
    ['three-generations', 7],
  ] as const)
  if (kind === 'single') return [member(random.chance(0.6) ? 'L' : 'P', random.whole(19, 45), 1, 1)]
  if (kind === 'lone-elderly')
    return [member(random.chance(0.3) ? 'L' : 'P', random.whole(61, 86), 1, 4)]
  const headAge = random.whole(22, 62)
  const isLone = kind === 'lone-parent'
  const headSex = isLone ? (random.chance(0.8) ? 'P' : 'L') : 'L'
  const list = [member(headSex, headAge, 1, isLone ? random.pick([3, 4] as const) : 2)]
  if (!isLone) list.push(member('P', Math.max(18, headAge - random.whole(0, 6)), 2, 2))
  const childCount = random.whole(isLone ? 1 : 0, 4)
  for (let child = 0; child < childCount; child++) {
    const age = Math.max(0, headAge - 22 - child * random.whole(1, 4) - random.whole(0, 4))
    if (age <= 26) list.push(member(random.chance(0.5) ? 'L' : 'P', age, 3, 1))
  }
  if (kind === 'three-generations') list.push(member('P', headAge + random.whole(20, 28), 6, 4))
  return list
}

function member(
  sex: Member['sex'],
  ageYears: number,
  relation: Member['relation'],
  marital: Member['marital'],
): Member {
  return { sex, ageYears, relation, marital }
}

interface PersonSeed {
  readonly personId: string
  readonly familyId: string
  readonly name: string
  readonly member: Member
  readonly welfare: number
  readonly place: SamplePlace
  readonly motherName: string
  readonly eldestChild: string | undefined
  readonly serial: number
}

function makePerson(random: SeededRandom, seed: PersonSeed): SamplePerson {
  const { member: who, welfare, place } = seed
  const born = birthDay(random, who.ageYears)
  const inSchool =
    who.ageYears >= 6 && who.ageYears <= 18 && random.chance(0.97 - 0.12 * (1 - welfare))
  const job = jobOf(random, who, inSchool, welfare)
  const disability = random.chance(0.015 + 0.03 * (who.ageYears > 60 ? 1 : 0))
    ? random.whole(1, 6)
    : 0
  const [status, statusDate] = random.weighted([
    [['active', ''], 970],
    [['dead', '2025-03-14'], 8],
    [['moved', '2025-02-20'], 12],
  ] as const) ?? ['active', '']
  return {
    personId: seed.personId,
    familyId: seed.familyId,
    name: seed.name,
    nickname: makeNickname(seed.name, who.sex, seed.eldestChild),
    sex: who.sex,
    born,
    nik: random.chance(who.ageYears < 3 ? 0.12 : 0.015)
      ? ''
      : nikNumber(place.district, born, who.sex, seed.serial),
    relation: who.relation,
    marital: who.marital,
    education: educationOf(random, who.ageYears, welfare),
    inSchool,
    motherName: seed.motherName,
    work: job[0],
    industry: job[1],
    ownsBusiness: ['pedagang kaki lima', 'penjual kue', 'wiraswasta', 'petani sayur'].includes(
      job[0],
    ),
    disability,
    severity: disability === 0 ? '' : random.pick(['ringan', 'sedang', 'berat'] as const),
    chronic: random.chance(who.ageYears > 50 ? 0.16 : 0.02) ? random.pick(illnesses) : '',
    jkn:
      random.weighted([
        ['active', 70],
        ['inactive', 12],
        ['none', 18],
      ] as const) ?? 'none',
    status: who.relation === 1 ? 'active' : status,
    statusDate: who.relation === 1 ? '' : statusDate,
    phone: random.chance(0.6) ? `08${random.whole(1_000_000_00, 9_999_999_99)}` : '',
  }
}

function jobOf(
  random: SeededRandom,
  { ageYears, relation }: Member,
  inSchool: boolean,
  welfare: number,
): readonly [string, string] {
  if (ageYears < 15 || inSchool) return ['', '']
  if (relation === 2 && random.chance(0.6)) return ['mengurus rumah tangga', '']
  if (ageYears > 70 || random.chance(0.12))
    return [ageYears > 60 ? 'tidak bekerja' : 'menganggur', '']
  return random.chance(welfare) ? random.pick(formal) : random.pick(informal)
}

function educationOf(
  random: SeededRandom,
  ageYears: number,
  welfare: number,
): SamplePerson['education'] {
  const reachable = ageYears < 13 ? 0 : ageYears < 16 ? 1 : ageYears < 19 ? 2 : 5
  const reached = Math.round(1 + welfare * 3 + random.normal() * 0.9)
  const bounded = Math.max(0, Math.min(reachable, reached))
  return ([0, 1, 2, 3, 4, 5] as const)[bounded] ?? 0
}

function birthDay(random: SeededRandom, ageYears: number): string {
  const month = random.whole(1, 12)
  const day = random.whole(1, 28)
  const hasHadBirthday = month < 7 || (month === 7 && day === 1)
  return toIsoDate(2025 - ageYears - (hasHadBirthday ? 0 : 1), month, day) ?? '1990-01-01'
}

/** 16 digits: district of first issue, birth (women day + 40), serial. Made up, never a real one. */
function nikNumber(district: string, born: string, sex: 'L' | 'P', serial: number): string {
  const day = Number(born.slice(8)) + (sex === 'P' ? 40 : 0)
  const date = `${String(day).padStart(2, '0')}${born.slice(5, 7)}${born.slice(2, 4)}`
  return `${district.replaceAll('.', '')}${date}${String((serial % 9998) + 1).padStart(4, '0')}`
}

function kkNumber(random: SeededRandom, district: string, serial: number): string {
  const issued = [random.whole(1, 28), random.whole(1, 12), random.whole(5, 24)]
  const date = issued.map((part) => String(part).padStart(2, '0')).join('')
  return `${district.replaceAll('.', '')}${date}${String((serial % 9998) + 1).padStart(4, '0')}`
}
