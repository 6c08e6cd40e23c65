import { type Db, inTransaction } from '#platform/db'
import { AppError } from '#platform/errors'
import type { Random } from '#platform/random'
import type { AccessParts } from './parts.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { describeTotp, findCounter, makeTotpSecret, type TotpKey } from './totp.ts'
import {
  confirmTotp,
  deleteRecoveryCode,
  findRecoveryCodes,
  findTotp,
  replaceRecoveryCodes,
  replaceTotp,
  takeCounter,
} from './totp-store.ts'

type Parts = Pick<AccessParts, 'db' | 'clock' | 'random' | 'secrets'>
interface Owner {
  readonly accountId: string
  readonly userName: string
}

const codeCount = 10
const codeLength = 28
/** Codes of twelve letters are on paper in some offices, and stay good until they are used. */
const codeLengths: readonly number[] = [codeLength, 12]
/** No letter that can be misread; without a case to remember. */
const codeLetters = 'abcdefghjkmnpqrstvwxyz23456789'

/** Whether signing in with the password asks for a code too. */
export async function hasSecondFactor(db: Db, accountId: string): Promise<boolean> {
  return (await findTotp(db, accountId))?.isConfirmed === true
}

/**
 * A new secret for an authenticator app; nothing asks for its codes until one was shown.
 *
 * @throws AppError `second-factor-exists`.
 */
export async function beginTotp(
  { db, random, secrets }: Parts,
  { accountId, userName }: Owner,
): Promise<TotpKey> {
  if (await hasSecondFactor(db, accountId)) throw new AppError('second-factor-exists', {})
  const secret = makeTotpSecret(random)
  await replaceTotp(db, accountId, secrets.seal(secret))
  return describeTotp(secret, userName)
}

/**
 * Turns the second factor on by a first code, and returns the recovery codes, which are shown once;
 * `note` writes the event in the same transaction.
 *
 * @throws AppError `second-factor-missing`, `second-factor-exists`, `code-wrong`.
 */
export async function completeTotp(
  parts: Parts,
  accountId: string,
  code: string,
  note: (trx: Db) => Promise<void>,
): Promise<string[]> {
  const totp = await findTotp(parts.db, accountId)
  if (!totp) throw new AppError('second-factor-missing', {})
  if (totp.isConfirmed) throw new AppError('second-factor-exists', {})
  const recovery = await makeRecoveryCodes(parts.random)
  await inTransaction(parts.db, async (db) => {
    await checkTotp({ ...parts, db }, accountId, code)
    await confirmTotp(db, accountId, parts.clock())
    await replaceRecoveryCodes(db, accountId, recovery.hashes)
    await note(db)
  })
  return recovery.codes
}

/**
 * New recovery codes in place of all earlier ones; `note` writes the event in the same transaction.
 *
 * @throws AppError `second-factor-missing`.
 */
export async function renewRecoveryCodes(
  { db, random }: Parts,
  accountId: string,
  note: (trx: Db) => Promise<void>,
): Promise<string[]> {
  if (!(await hasSecondFactor(db, accountId))) throw new AppError('second-factor-missing', {})
  const recovery = await makeRecoveryCodes(random)
  await inTransaction(db, async (trx) => {
    await replaceRecoveryCodes(trx, accountId, recovery.hashes)
    await note(trx)
  })
  return recovery.codes
}

/**
 * Accepts a code of the authenticator app or a recovery code, and uses it up.
 *
 * @throws AppError `second-factor-missing`, `code-wrong`.
 */
export async function checkCode(parts: Parts, accountId: string, code: string): Promise<void> {
  if (!(await hasSecondFactor(parts.db, accountId))) {
    throw new AppError('second-factor-missing', {})
  }
  const digits = code.replace(/\s/g, '')
  if (/^\d{6}$/.test(digits)) return checkTotp(parts, accountId, digits)
  await checkRecoveryCode(parts.db, accountId, code)
}

async function checkTotp(
  { db, clock, secrets }: Parts,
  accountId: string,
  code: string,
): Promise<void> {
  const totp = await findTotp(db, accountId)
  if (!totp) throw new AppError('second-factor-missing', {})
  const secret = secrets.unseal(totp.secretCipher)
  const counter = findCounter(secret, code.replace(/\s/g, ''), clock().getTime())
  if (counter === undefined) throw new AppError('code-wrong', { isUsed: false })
  if (!(await takeCounter(db, accountId, counter)))
    throw new AppError('code-wrong', { isUsed: true })
}

async function checkRecoveryCode(db: Db, accountId: string, code: string): Promise<void> {
  const plain = code.toLowerCase().replace(/[^a-z0-9]/g, '')
  if (!codeLengths.includes(plain.length)) throw new AppError('code-wrong', { isUsed: false })
  for (const { codeId, codeHash } of await findRecoveryCodes(db, accountId)) {
    if (!(await isPassword(codeHash, plain))) continue
    if (await deleteRecoveryCode(db, codeId)) return
  }
  throw new AppError('code-wrong', { isUsed: false })
}

/** Codes as they are shown, in groups of four, and the hashes that are kept. */
async function makeRecoveryCodes(random: Random) {
  const codes = Array.from({ length: codeCount }, () => randomCode(random))
  return {
    codes: codes.map((code) => code.replace(/.{4}(?=.)/g, '$&-')),
    hashes: await Promise.all(codes.map(hashPassword)),
  }
}

/** 135 bits: a byte gives thirty letters unevenly, the likeliest nine times in 256. */
function randomCode(random: Random): string {
  const bytes = random(codeLength)
  return Array.from(bytes, (byte) => codeLetters[byte % codeLetters.length]).join('')
}
