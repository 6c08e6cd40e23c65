import { z } from 'zod'
import type { IsoDate } from '#platform/dates'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import { regionName } from '#territory'
import { findPersonGroups } from '../community/find-groups.ts'
import { dukcapilStates } from '../dukcapil/service.ts'
import { findPresentId } from '../history/known-family.ts'
import type { PersonCard } from './schema.ts'

const DukcapilState = z.enum(dukcapilStates)

/**
 * One person. An id that was joined into another leads to the person who has its rows now.
 *
 * @param isConnected whether this office has connected Dukcapil's service.
 * @throws AppError `person-not-found` where the viewer of `scoped` may see no such person.
 */
export async function findPerson(
  scoped: Db,
  askedId: string,
  { on, isConnected }: { readonly on: IsoDate; readonly isConnected: boolean },
): Promise<PersonCard> {
  const row = (await findRow(scoped, askedId)) ?? (await findLedTo(scoped, askedId))
  if (!row) throw new AppError('person-not-found', { personId: askedId })
  return {
    personId: row.person_id,
    mergedInto: row.person_id === askedId ? null : row.person_id,
    familyId: row.family_id,
    headName: row.head_name,
    wardName: row.ward === null ? null : regionName(row.ward),
    name: row.name,
    relation: row.relation,
    status: row.status,
    dukcapil: {
      state: DukcapilState.parse(row.dukcapil_state ?? 'belum_dicek'),
      at: row.dukcapil_at,
      source: row.dukcapil_source,
      isConnected,
      canBeAsked: row.nik_cipher !== null && row.name !== null && row.birth_date !== null,
    },
    groups: await findPersonGroups(scoped, row.person_id, on),
  }
}

async function findLedTo(scoped: Db, askedId: string) {
  const presentId = await findPresentId(scoped, askedId)
  return presentId === undefined ? undefined : findRow(scoped, presentId)
}

function findRow(scoped: Db, personId: string) {
  return scoped
    .selectFrom('person as p')
    .leftJoin('family as f', 'f.family_id', 'p.family_id')
    .leftJoin('membership as m', 'm.person_id', 'p.person_id')
    .leftJoin('person_quality as q', 'q.person_id', 'p.person_id')
    .select([
      'p.person_id',
      'p.family_id',
      'p.name',
      'p.status',
      'p.nik_cipher',
      'p.birth_date',
      'm.relation',
      'f.head_name',
      'f.ward',
      'q.dukcapil_state',
      'q.dukcapil_at',
      'q.dukcapil_source',
    ])
    .where('p.person_id', '=', personId)
    .executeTakeFirst()
}
