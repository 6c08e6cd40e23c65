import { overlaps } from '#ledger'
import type { Received } from '#ledger/schema'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import { receivedOf } from './family-overlaps.ts'
import { findFamilyRow, loadFamily } from './load-family.ts'
import type { JoinedHelp } from './schema.ts'

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
  const pairs = own.flatMap((one) =>
    others.flatMap((other) =>
      overlaps([one, { ...other, familyId: one.familyId }]).flatMap(({ kind, isCertain }) =>
        kind === 'complementary'
          ? []
          : [{ kind, isCertain, one: one.programme, other: other.programme }],
      ),
    ),
  )
  const byProgrammes = new Map<string, (typeof pairs)[number]>()
  for (const pair of pairs.toSorted((one, two) => Number(two.isCertain) - Number(one.isCertain))) {
    const key = [pair.kind, pair.one, pair.other].join('\n')
    if (!byProgrammes.has(key)) byProgrammes.set(key, pair)
  }
  return [...byProgrammes.values()]
}
