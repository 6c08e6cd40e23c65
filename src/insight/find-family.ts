import { findMarks } from '#access'
import { questionText } from '#assessment'
import { maskId } from '#intake'
import { ageYears } from '#platform/dates'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import type { Secrets } from '#platform/secrets'
import { alikeKey, findDwellingOf, findPresentId } from '#registry'
import { districtOf, findAreaProfile, regionName } from '#territory'
import { familyFlags } from './family-flags.ts'
import { asks, familyGrid } from './family-grid.ts'
import {
  type FamilyRecords,
  findFamilyRow,
  loadFamily,
  loadProgrammeSummaries,
} from './load-family.ts'
import { nextSteps } from './next-steps.ts'
import { receivedRpPerMonth } from './received-per-month.ts'
import { FamilyPage, type ValueSources } from './schema.ts'
import { findRunDay } from './store.ts'

/**
 * All that one screen tells of a family. An id that was joined into another leads to the one that has
 * its rows now.
 *
 * @throws AppError `family-not-found`.
 */
export async function findFamily(db: Db, secrets: Secrets, askedId: string): Promise<FamilyPage> {
  const family = await getStanding(db, askedId)
  const familyId = family.family_id
  const [records, programmes, on, marks, dwelling] = await Promise.all([
    loadFamily(db, family),
    loadProgrammeSummaries(db),
    findRunDay(db),
    findMarks(db, familyId),
    findDwellingOf(db, familyId),
  ])
  const members = familyMembers(records, secrets, on)
  const names = new Map(
    members.map(({ personId, name, ageYears: age }) => [personId, withAge(name, age)]),
  )
  const nameOf = (personId: string | null): string | null =>
    personId === null ? null : (names.get(personId) ?? null)
  const grid = familyGrid(records, programmes, nameOf)
  const head = members.find(({ personId }) => personId === family.head_person_id)
  const questions = familyQuestions(records, nameOf)
  const area = family.ward === null ? undefined : findAreaProfile(family.ward)

  return FamilyPage.parse({
    familyId,
    mergedInto: familyId === askedId ? null : familyId,
    headName: head?.name ?? family.head_name ?? '',
    headSex: head?.sex ?? null,
    kkMasked: family.kk_cipher ? maskId(secrets.unseal(family.kk_cipher)) : null,
    wardCode: family.ward,
    wardName: family.ward === null ? null : regionName(family.ward),
    districtName: family.ward === null ? null : (regionName(districtOf(family.ward) ?? '') ?? null),
    address: family.address,
    rt: family.rt,
    rw: family.rw,
    decile: family.decile,
    decileSource: decileSource(records),
    flags: familyFlags(records, members),
    counts: {
      ...pageCounts(records),
      receivedRpPerMonth: receivedRpPerMonth(records.received, programmes, on),
    },
    deprivation: deprivation(records),
    area: {
      accessId: area?.isRiverOnly ? 'Hanya lewat sungai' : null,
      accessEn: area?.isRiverOnly ? 'By river only' : null,
      floodTimes: area?.floodListings ?? null,
    },
    marks,
    nextSteps: nextSteps(grid, questions),
    grid,
    members,
    dwelling,
    lists: records.rows.map(({ file, sheet, row, title, person_name }) => ({
      file,
      sheet,
      row,
      title,
      personName: person_name,
    })),
    programmes: programmeLines(records, programmes, nameOf),
    questions,
    sources: valueSources(records),
  })
}

/** Asked before the rest: whoever may not see the family costs one question, not sixteen. */
async function getStanding(db: Db, askedId: string) {
  const asked = await findFamilyRow(db, askedId)
  const presentId = asked ? undefined : await findPresentId(db, askedId)
  const standing =
    asked ?? (presentId === undefined ? undefined : await findFamilyRow(db, presentId))
  if (!standing) throw new AppError('family-not-found', { familyId: askedId })
  return standing
}

function withAge(name: string, age: number | null): string {
  const first = name.split(' ')[0] ?? name
  return age === null ? first : `${first} (${age})`
}

type MemberLines = FamilyPage['members']

function familyMembers(
  { persons }: FamilyRecords,
  secrets: Secrets,
  on: string | null,
): MemberLines {
  const lines = persons.map((person): MemberLines[number] => {
    const { birth_date: born, detail } = person
    const text = (key: string): string | null => {
      const value = detail[key]
      return typeof value === 'string' ? value : null
    }
    const stated = typeof detail.ageYears === 'number' ? detail.ageYears : null
    const years = on !== null && born !== null ? ageYears(born, on) : stated
    return {
      personId: person.person_id,
      name: titleCase(person.name ?? ''),
      relation: person.relation,
      sex: person.sex,
      ageYears: years,
      ageMonths:
        on !== null && born !== null && years !== null && years < 2 ? ageMonths(born, on) : null,
      nikMasked: person.nik_cipher ? maskId(secrets.unseal(person.nik_cipher)) : null,
      education: text('education'),
      schoolParticipation: text('schoolParticipation'),
      occupation: text('occupation'),
      jknStatus: text('jknStatus'),
      status: person.status,
      statusDate: person.status_date,
    }
  })
  return lines.sort(
    (left, right) =>
      relationPlace(left.relation) - relationPlace(right.relation) ||
      (right.ageYears ?? -1) - (left.ageYears ?? -1) ||
      (left.personId < right.personId ? -1 : 1),
  )
}

const relationOrder = [
  'head',
  'spouse',
  'child',
  'child-in-law',
  'grandchild',
  'parent',
  'parent-in-law',
]

function relationPlace(relation: string | null): number {
  const place = relation === null ? -1 : relationOrder.indexOf(relation)
  return place < 0 ? relationOrder.length : place
}

function ageMonths(born: string, on: string): number {
  const months =
    (Number(on.slice(0, 4)) - Number(born.slice(0, 4))) * 12 +
    Number(on.slice(5, 7)) -
    Number(born.slice(5, 7))
  return on.slice(8) < born.slice(8) ? months - 1 : months
}

/** `SITI AISYAH` as `Siti Aisyah`: names are shown in title case, kept as written in the store. */
export function titleCase(name: string): string {
  return name.toLowerCase().replace(/(^|[\s.'-])\p{L}/gu, (start) => start.toUpperCase())
}

function decileSource({ origins, rows, family }: FamilyRecords): string | null {
  const origin = origins.find(
    ({ field, subject_id }) => field === 'decile' && subject_id === family.family_id,
  )
  const row = rows.find(({ row_no }) => row_no === origin?.row_no)
  return row?.file ?? null
}

function pageCounts({
  needs,
  received,
  promised,
}: FamilyRecords): Omit<FamilyPage['counts'], 'receivedRpPerMonth'> {
  return {
    lacks: needs.length,
    sectors: new Set(needs.map(({ sector }) => sector)).size,
    urgent: needs.filter(({ severity }) => severity === 4).length,
    received: new Set(received.map(({ programme }) => programme)).size,
    promised: promised.length,
  }
}

function deprivation({ lacks }: FamilyRecords): FamilyPage['deprivation'] {
  const values = Object.values(lacks)
  return {
    lacks: values.filter((value) => value === true).length,
    known: values.filter((value) => value !== null).length,
    of: values.length,
  }
}

function familyQuestions(
  { questions, decisions }: FamilyRecords,
  nameOf: (personId: string | null) => string | null,
): FamilyPage['questions'] {
  return questions
    .map(({ fact, person_id }) => {
      const personName = nameOf(person_id === '' ? null : person_id)
      const text = questionText(fact, personName)
      const settles = 1 + decisions.filter(({ missing }) => asks(missing, fact)).length
      return { fact, textId: text.id, textEn: text.en, personName, settles }
    })
    .sort((left, right) => right.settles - left.settles || (left.fact < right.fact ? -1 : 1))
}

function programmeLines(
  { decisions }: FamilyRecords,
  programmes: Awaited<ReturnType<typeof loadProgrammeSummaries>>,
  nameOf: (personId: string | null) => string | null,
): FamilyPage['programmes'] {
  const summaryOf = new Map(programmes.map((programme) => [programme.code, programme]))
  return decisions.map((decision) => {
    const summary = summaryOf.get(decision.programme)
    return {
      programme: decision.programme,
      nameId: summary?.nameId ?? decision.programme,
      nameEn: summary?.nameEn ?? decision.programme,
      personName: nameOf(decision.person_id === '' ? null : decision.person_id),
      result: decision.result,
      isReceiving: decision.is_receiving,
      amountRp: decision.amount_rp,
      isAmountMinimum: decision.is_amount_minimum,
      amountPeriod: decision.amount_period,
      decidedBy: summary?.decidedBy ?? '',
      decidedByEn: summary?.decidedByEn ?? '',
      reasonId: decision.reason_id,
      reasonEn: decision.reason_en,
      ruleVersion: decision.rule_version,
      source: summary?.source ?? '',
    }
  })
}

/** Each value with the row it was taken from and the rows that said otherwise. Numbers stay out. */
function valueSources({ origins, rows }: FamilyRecords): ValueSources[] {
  const rowOf = new Map(rows.map((row) => [row.row_no, row]))
  const side = (rowNo: number, field: string) => {
    const row = rowOf.get(rowNo)
    const value = row?.fields[field]
    if (!row || value === undefined || typeof value === 'object') return undefined
    return { value: String(value), file: row.file, sheet: row.sheet, row: row.row }
  }
  return origins.flatMap(({ subject_id, field, row_no, other_row_nos }) => {
    const chosen = side(row_no, field)
    if (!chosen) return []
    const groups = [alikeKey(field, chosen.value)]
    const others = other_row_nos.flatMap((rowNo) => {
      const other = side(rowNo, field)
      if (!other) return []
      const key = alikeKey(field, other.value)
      if (!groups.includes(key)) groups.push(key)
      return [{ ...other, group: groups.indexOf(key) }]
    })
    return [{ subjectId: subject_id, field, chosen, others }]
  })
}
