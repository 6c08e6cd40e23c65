import { type Role, roles } from '#access'
import type { Db } from '#platform/db'
import type { Api } from '#platform/http'

interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly payload?: object
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * Gives the one account every role; the function asks under each until one is permitted, beginning
 * with that of the last request.
 */
export async function askUnderAnyRole(db: Db, api: Api, session: { readonly cookie: string }) {
  const { account_id } = await db
    .selectFrom('account')
    .select('account_id')
    .executeTakeFirstOrThrow()
  await db.deleteFrom('role_grant').execute()
  for (const role of roles) {
    await db
      .insertInto('role_grant')
      .values({
        grant_id: role,
        account_id,
        role,
        data_classes: ['general'],
        purpose: 'test',
        valid_from: '2020-01-01',
      })
      .execute()
  }
  let last: Role = roles[0]
  return async (request: Request) => {
    for (const role of new Set([last, ...roles])) {
      await db.updateTable('session').set({ grant_id: role }).execute()
      const answer = await api.inject({
        ...request,
        headers: { ...request.headers, ...session },
      })
      if (answer.statusCode === 403) continue
      last = role
      return answer
    }
    throw new Error(`nobody may ${request.method} ${request.url}`)
  }
}
