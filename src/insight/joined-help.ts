import { overlaps } from '#ledger'
import type { Received } from '#ledger/schema'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import { receivedOf } from './family-overlaps.ts'
import { findFamilyRow, loadFamily } from './load-family.ts'
import type { JoinedHelp, MergedHelp } from './schema.ts'

/**
 * Help that would stand twice, or that may not meet, if two families were one.
 *
 * @throws AppError `family-not-found`.
 */
export async function findJoinedHelp(
  db: Db,
  familyId: string,
  otherId: string,
): Promise<JoinedHelp> {
  const [own, others] = await Promise.all([findReceived(db, familyId), findReceived(db, otherId)])
  return { familyId, otherId, help: joinedHelp(own, others) }
}

/**
 * Help that would stand twice, or that may not meet, if two persons were one.
 *
 * @throws AppError `person-not-found`.
 */
export async function findMergedHelp(
  db: Db,
  personId: string,
  otherId: string,
): Promise<MergedHelp> {
  const [familyId, otherFamilyId] = await Promise.all([
    getFamilyOf(db, personId),
    getFamilyOf(db, otherId),
  ])
  const [own, others] = await Promise.all([
    findReceived(db, familyId),
    findReceived(db, otherFamilyId),
  ])
  const help = mergedHelp(
    { personId, ofFamily: own },
    { personId: otherId, ofFamily: others },
    familyId === otherFamilyId,
  )
  return { personId, otherId, help }
}

async function getFamilyOf(db: Db, personId: string): Promise<string> {
  const person = await db
    .selectFrom('person')
    .select('family_id')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!person) throw new AppError('person-not-found', { personId })
  return person.family_id
}

async function findReceived(db: Db, familyId: string): Promise<readonly Received[]> {
  const family = await findFamilyRow(db, familyId)
  if (!family) throw new AppError('family-not-found', { familyId })
  return receivedOf(await loadFamily(db, family))
}

/**
 * What of two families' help would double, by the same rules as the ledger's own overlaps: one programme
 * in two seasons is no double. Each pair of programmes once, with dates where there are some.
 */
export function joinedHelp(
  own: readonly Received[],
  others: readonly Received[],
): JoinedHelp['help'] {
  const pairs: JoinedHelp['help'] = own.flatMap((one) =>
    others.flatMap((other) =>
      overlaps([one, { ...other, familyId: one.familyId }]).flatMap(({ kind, isCertain }) =>
        kind === 'complementary'
          ? []
          : [{ kind, isCertain, one: one.programme, other: other.programme }],
      ),
    ),
  )
  return eachOnce(pairs)
}

/** A person with the help of the person's whole family. */
interface Recipient {
  readonly personId: string
  readonly ofFamily: readonly Received[]
}

/**
 * What of two persons' help would double. Where they stand in two families, it is not known in which the
 * one person would stand: the help of each is held against that of the other's whole family.
 */
export function mergedHelp(
  one: Recipient,
  other: Recipient,
  isOneFamily: boolean,
): JoinedHelp['help'] {
  const toOne = (gift: Received): Received =>
    gift.personId === other.personId ? { ...gift, personId: one.personId } : gift
  const ofOne = one.ofFamily.filter(({ personId }) => personId === one.personId)
  const ofOther = other.ofFamily.filter(({ personId }) => personId === other.personId).map(toOne)
  if (isOneFamily) return joinedHelp(ofOne, ofOther)
  return eachOnce([
    ...joinedHelp(ofOne, other.ofFamily.map(toOne)),
    ...joinedHelp(one.ofFamily, ofOther),
  ])
}

/** Each pair of programmes once, one with dates before one without. */
function eachOnce(pairs: JoinedHelp['help']): JoinedHelp['help'] {
  const byProgrammes = new Map<string, (typeof pairs)[number]>()
  for (const pair of pairs.toSorted((one, two) => Number(two.isCertain) - Number(one.isCertain))) {
    const key = [pair.kind, pair.one, pair.other].join('\n')
    if (!byProgrammes.has(key)) byProgrammes.set(key, pair)
  }
  return [...byProgrammes.values()]
}
