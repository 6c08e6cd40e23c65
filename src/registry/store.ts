import type { IsoDate } from '#platform/dates'
import type { Db } from '#platform/db'
import { insertMany, inTransaction } from '#platform/db'
import type { Secrets } from '#platform/secrets'
import type { Instant } from '#platform/tables'
import { keepStays } from './dwelling/keep-stays.ts'
import { makeDwellings } from './dwelling/make-dwellings.ts'
import { makeStays } from './dwelling/make-stays.ts'
import { keepPast, type MadeRegister } from './history/keep-past.ts'
import { membershipPeriods } from './history/membership-periods.ts'
import { rowAddresses } from './person-facts.ts'
import type { Family, Person } from './schema.ts'
import { searchName } from './search-name.ts'

/**
 * Replaces the register with this one; NIK and KK are sealed and found by HMAC. What it says otherwise
 * than the one before is kept as past: save the rows of lists after it, not before.
 *
 * @param at the moment from which the register holds.
 */
export async function saveRegister(
  db: Db,
  secrets: Secrets,
  made: MadeRegister,
  at: Instant,
): Promise<void> {
  const { persons, families, review } = made.register
  const addresses = rowAddresses(made.intake)
  const dwellings = makeDwellings(made.intake, made.register, addresses)
  await inTransaction(db, async (tx) => {
    const from = await keepPast(tx, secrets, made, at)
    await keepStays(tx, makeStays(made.intake, made.register, dwellings, addresses), from)
    await tx.deleteFrom('review_pair').execute()
    await tx.deleteFrom('value_origin').execute()
    await tx.deleteFrom('membership').execute()
    await tx.deleteFrom('dwelling_family').execute()
    await tx.deleteFrom('person').execute()
    await tx.deleteFrom('family').execute()
    await insertMany(
      tx,
      'family',
      [...familyColumns],
      families.map((family) => toFamilyRecord(family, secrets)),
    )
    await insertMany(
      tx,
      'person',
      [...personColumns],
      persons.map((person) => toPersonRecord(person, secrets)),
    )
    await insertMany(
      tx,
      'membership',
      ['person_id', 'family_id', 'relation', 'valid_from', 'valid_to'],
      persons.map((person) => ({
        person_id: person.personId,
        family_id: person.familyId,
        relation: person.relation ?? null,
        valid_from: validFrom(person, made),
        valid_to: person.status === 'active' ? null : (person.statusDate ?? null),
      })),
    )
    await insertMany(
      tx,
      'dwelling_family',
      ['family_id', 'dwelling_id', 'shared'],
      dwellings.map(({ familyId, dwellingId, shared }) => ({
        family_id: familyId,
        dwelling_id: dwellingId,
        shared: shared.map((item) => ({ ...item })),
      })),
    )
    await insertMany(
      tx,
      'value_origin',
      ['subject_id', 'field', 'row_no', 'other_row_nos'],
      [
        ...persons.map(({ personId, origins }) => ({ id: personId, origins })),
        ...families.map(({ familyId, origins }) => ({ id: familyId, origins })),
      ].flatMap(({ id, origins }) =>
        origins.map(({ field, rowNo, otherRowNos }) => ({
          subject_id: id,
          field,
          row_no: rowNo,
          other_row_nos: otherRowNos,
        })),
      ),
    )
    await insertMany(
      tx,
      'review_pair',
      [
        'pair_no',
        'left_row_no',
        'right_row_no',
        'left_person_id',
        'right_person_id',
        'weight_bits',
        'probability',
        'evidence',
      ],
      review.map((pair, pairNo) => ({
        pair_no: pairNo,
        left_row_no: pair.leftRowNo,
        right_row_no: pair.rightRowNo,
        left_person_id: pair.leftPersonId,
        right_person_id: pair.rightPersonId,
        weight_bits: pair.weightBits,
        probability: pair.probability,
        evidence: pair.evidence.map((item) => ({ ...item })),
      })),
    )
  })
}

/** Day on which the person moved in, the last time; null where no list tells it. */
function validFrom({ rowNos }: Person, { intake }: MadeRegister): IsoDate | null {
  const fields = rowNos.flatMap((rowNo) => intake.rows[rowNo]?.fields ?? [])
  return membershipPeriods(fields).at(-1)?.from ?? null
}

const familyColumns = [
  'family_id',
  'head_person_id',
  'head_name',
  'ward',
  'district',
  'address',
  'rt',
  'rw',
  'latitude',
  'longitude',
  'decile',
  'list_count',
  'member_count',
  'kk_cipher',
  'kk_hmac',
  'detail',
] as const

function toFamilyRecord(family: Family, secrets: Secrets) {
  const {
    familyId,
    headPersonId,
    memberIds,
    rowNos: _rowNos,
    listCount,
    origins: _origins,
    kk,
    kkPrefix: _kkPrefix,
    headName,
    ward,
    district,
    address,
    rt,
    rw,
    latitude,
    longitude,
    decile,
    ...detail
  } = family
  return {
    family_id: familyId,
    head_person_id: headPersonId ?? null,
    head_name: headName ?? null,
    ward: ward ?? null,
    district: district ?? null,
    address: address ?? null,
    rt: rt ?? null,
    rw: rw ?? null,
    latitude: latitude ?? null,
    longitude: longitude ?? null,
    decile: decile ?? null,
    list_count: listCount,
    member_count: memberIds.length,
    kk_cipher: kk === undefined ? null : secrets.seal(kk),
    kk_hmac: kk === undefined ? null : secrets.hmacOf(kk),
    detail: { ...detail },
  }
}

const personColumns = [
  'person_id',
  'family_id',
  'name',
  'search_name',
  'sex',
  'birth_date',
  'birth_precision',
  'birth_year',
  'status',
  'status_date',
  'nik_cipher',
  'nik_hmac',
  'detail',
] as const

function toPersonRecord(person: Person, secrets: Secrets) {
  const {
    personId,
    familyId,
    name,
    sex,
    birthDate,
    birthPrecision,
    birthYear,
    status,
    statusDate,
    nik,
    nikPrefix,
    rowNos: _rowNos,
    origins: _origins,
    ...detail
  } = person
  const known = nik ?? nikPrefix
  return {
    person_id: personId,
    family_id: familyId,
    name: name ?? null,
    search_name: name === undefined ? '' : searchName(name),
    sex: sex ?? null,
    birth_date: birthDate ?? null,
    birth_precision: birthPrecision ?? null,
    birth_year: birthYear ?? null,
    status,
    status_date: statusDate ?? null,
    nik_cipher: known === undefined ? null : secrets.seal(known),
    nik_hmac: nik === undefined ? null : secrets.hmacOf(nik),
    detail: { ...detail },
  }
}
