import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import { publicKey } from '#platform/keys'
import { type Random, randomPassword, randomToken } from '#platform/random'
import type { IsBreached } from './breached-passwords.ts'
import { checkPassword, hashPassword, isPassword } from './passwords.ts'
import type { PasswordChange, SignIn } from './schema.ts'
import { findCredentials, getPasswordHash, hasNoAccount, insertFirstAccount } from './store.ts'

/** Shown once, on the terminal of whoever started the store. */
export interface FirstAccount {
  readonly userName: string
  readonly password: string
}

/** User name of the account that the first start makes. */
export const firstUserName = 'sekretariat'

/** Makes the first account with a random password where there is none yet; else undefined. */
export async function createFirstAccount(
  db: Db,
  random: Random,
): Promise<FirstAccount | undefined> {
  if (!(await hasNoAccount(db))) return undefined
  const userName = firstUserName
  const password = randomPassword(random)
  await insertFirstAccount(db, {
    accountId: publicKey(`account ${userName}`),
    userName,
    displayName: 'Sekretariat TKPK',
    passwordHash: await hashPassword(password),
  })
  return { userName, password }
}

/** A hash of nothing anyone knows, so that an unknown user name takes as long as a wrong password. */
let decoyHash: Promise<string> | undefined

/**
 * The account of a user name and password.
 *
 * @throws AppError `sign-in-failed`, the same for an unknown name and a wrong password.
 */
export async function checkCredentials(
  db: Db,
  { userName, password }: SignIn,
  random: Random,
): Promise<string> {
  const known = await findCredentials(db, userName)
  decoyHash ??= hashPassword(randomToken(random))
  const isRight = await isPassword(known?.passwordHash ?? (await decoyHash), password)
  if (!known || !isRight) throw new AppError('sign-in-failed', {})
  return known.accountId
}

/**
 * The hash of a person's next password, where the present one is right and the next is good.
 *
 * @throws AppError `password-wrong`, `password-weak`.
 */
export async function checkPasswordChange(
  db: Db,
  who: { readonly accountId: string; readonly userName: string; readonly displayName: string },
  { present, next }: PasswordChange,
  isBreached?: IsBreached,
): Promise<string> {
  const presentHash = await getPasswordHash(db, who.accountId)
  if (!(await isPassword(presentHash, present))) throw new AppError('password-wrong', {})
  if (present === next) throw new AppError('password-weak', { reason: 'same' })
  await checkPassword(next, [who.userName, who.displayName], isBreached)
  return hashPassword(next)
}
