import type { Clock } from '#platform/clock'
import type { Db } from '#platform/db'
import type { Tables } from '#platform/tables'
import { hashToken } from './token-hash.ts'

/** How long a sign-in of several steps may take. */
const stepMs = 10 * 60_000

export type StepKind = Tables['sign_in_step']['kind']

/** What is remembered between two steps of a sign-in. */
export interface Step {
  readonly accountId: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

/** Remembers a step under a token that whoever takes the next one has to bring. */
export async function insertStep(
  db: Db,
  step: { token: string; kind: StepKind; accountId?: string; detail?: Step['detail'] },
  clock: Clock,
): Promise<void> {
  const nowMs = clock().getTime()
  await db
    .insertInto('sign_in_step')
    .values({
      token_hash: hashToken(step.token),
      kind: step.kind,
      account_id: step.accountId ?? null,
      detail: step.detail ?? {},
      expires_at: new Date(nowMs + stepMs).toISOString(),
    })
    .execute()
  await db
    .deleteFrom('sign_in_step')
    .where('expires_at', '<', new Date(nowMs).toISOString())
    .execute()
}

/** The step of a token, which stays. */
export async function findStep(
  db: Db,
  token: string,
  kind: StepKind,
  clock: Clock,
): Promise<Step | undefined> {
  const row = await db
    .selectFrom('sign_in_step')
    .select(['account_id', 'detail'])
    .where('token_hash', '=', hashToken(token))
    .where('kind', '=', kind)
    .where('expires_at', '>', clock().toISOString())
    .executeTakeFirst()
  return row && { accountId: row.account_id, detail: row.detail }
}

/** The step of a token, which is used up: of two that bring it one gets it. */
export async function takeStep(
  db: Db,
  token: string,
  kind: StepKind,
  clock: Clock,
): Promise<Step | undefined> {
  const row = await db
    .deleteFrom('sign_in_step')
    .where('token_hash', '=', hashToken(token))
    .where('kind', '=', kind)
    .where('expires_at', '>', clock().toISOString())
    .returning(['account_id', 'detail'])
    .executeTakeFirst()
  return row && { accountId: row.account_id, detail: row.detail }
}
