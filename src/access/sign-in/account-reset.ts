import { type Db, inTransaction } from '#platform/db'
import { AppError } from '#platform/errors'
import { type Random, randomPassword } from '#platform/random'
import { type Asker, recordEvent } from '../audit/record-event.ts'
import { deleteLinks } from './oidc/link-store.ts'
import { deletePasskeys } from './passkey-store.ts'
import { hashPassword } from './passwords.ts'
import { setFirstPassword } from './store.ts'
import { deleteTotp } from './totp-store.ts'

/**
 * Gives an account a random password that has to be changed, and ends its sessions. The passwords
 * stay unsaid in the store and the log: this answer is the only place.
 *
 * With `withAllFactors` its authenticator app, recovery codes, passkeys and ties to outside providers
 * go too, for a person who has lost everything; without, the password still needs the code.
 *
 * @throws AppError `account-not-found`.
 */
export async function resetAccount(
  db: Db,
  account: { readonly accountId: string; readonly withAllFactors: boolean },
  { asker, random }: { readonly asker: Asker; readonly random: Random },
): Promise<string> {
  const { accountId, withAllFactors } = account
  const password = randomPassword(random)
  const passwordHash = await hashPassword(password)
  await inTransaction(db, async (trx) => {
    const isFound = await setFirstPassword(trx, accountId, passwordHash)
    if (!isFound) throw new AppError('account-not-found', { accountId })
    if (withAllFactors) {
      await deleteTotp(trx, accountId)
      await deletePasskeys(trx, accountId)
      await deleteLinks(trx, accountId)
    }
    await recordEvent(trx, {
      ...asker,
      action: 'reset-account',
      subjectKind: 'account',
      subjectId: accountId,
      detail: { withAllFactors },
    })
  })
  return password
}
