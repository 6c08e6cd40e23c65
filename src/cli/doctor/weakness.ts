import type { WeakAccess } from '#access'
import { say } from '../language.ts'

/** A setting that makes it easier to get at the data, with what to do about it. */
export interface Weakness {
  /** Public: scripts that watch over a server look for it. */
  readonly code: string
  /** `grave`: data can be reached or lost by it; the exit code is 1. */
  readonly severity: 'grave' | 'warning'
  readonly text: string
}

const administratorsMost = 5
const anchorDaysMost = 2
const dayMs = 24 * 60 * 60_000
const skewMsMost = 60_000

/** Accounts, keys and the trail. */
export function accessWeaknesses(weak: WeakAccess, isOpenToOthers: boolean, now: Date): Weakness[] {
  const found: Weakness[] = []
  const names = (list: readonly string[]) => list.join(', ')
  if (weak.isFirstPasswordKept) {
    found.push({
      code: 'first-password-kept',
      severity: isOpenToOthers ? 'grave' : 'warning',
      text: say(
        'Kata sandi pertama akun sekretariat belum diganti. Masuk sekali dan ganti.',
        'The first password of the account sekretariat was not replaced. Sign in once and replace it.',
      ),
    })
  }
  if (weak.unusedPasswords.length > 0) {
    found.push({
      code: 'given-password-kept',
      severity: 'warning',
      text: say(
        `Kata sandi pemberian belum diganti lebih dari seminggu: ${names(weak.unusedPasswords)}. Ingatkan orangnya, atau nonaktifkan akunnya.`,
        `Given passwords not replaced for more than a week: ${names(weak.unusedPasswords)}. Remind them, or disable the accounts.`,
      ),
    })
  }
  if (weak.administratorsWithoutSecondFactor.length > 0) {
    found.push({
      code: 'administrator-without-second-factor',
      severity: 'grave',
      text: say(
        `Administrator hanya dengan kata sandi: ${names(weak.administratorsWithoutSecondFactor)}. Pasang aplikasi kode atau kunci sandi (passkey) di halaman Akun saya.`,
        `Administrators with a password only: ${names(weak.administratorsWithoutSecondFactor)}. Set up an authenticator app or a passkey on the page My account.`,
      ),
    })
  }
  if (weak.administrators > administratorsMost) {
    found.push({
      code: 'administrators-many',
      severity: 'warning',
      text: say(
        `Ada ${weak.administrators} administrator; ${administratorsMost} cukup untuk satu kantor. Cabut peran yang tidak dipakai.`,
        `There are ${weak.administrators} administrators; ${administratorsMost} are enough for an office. Take back roles that are not used.`,
      ),
    })
  }
  if (weak.expiredKeys.length > 0) {
    found.push({
      code: 'api-key-expired',
      severity: 'warning',
      text: say(
        `Kunci API lewat masa: ${names(weak.expiredKeys)}. Ganti atau cabut.`,
        `API keys past their end: ${names(weak.expiredKeys)}. Rotate or revoke them.`,
      ),
    })
  }
  if (weak.idleKeys.length > 0) {
    found.push({
      code: 'api-key-idle',
      severity: 'warning',
      text: say(
        `Kunci API tidak dipakai 90 hari: ${names(weak.idleKeys)}. Cabut bila tidak perlu.`,
        `API keys not used for 90 days: ${names(weak.idleKeys)}. Revoke those not needed.`,
      ),
    })
  }
  const { unanchoredSince, latestEventAt } = weak
  if (unanchoredSince && now.getTime() - Date.parse(unanchoredSince) > anchorDaysMost * dayMs) {
    found.push({
      code: 'anchor-old',
      severity: 'warning',
      text: say(
        `Jejak akses sejak ${unanchoredSince} belum dijangkarkan. Jalankan: betang audit anchor, lalu cetak dan tanda tangani.`,
        `The access trail since ${unanchoredSince} has no anchor. Run: betang audit anchor, then print and sign it.`,
      ),
    })
  }
  if (latestEventAt && Date.parse(latestEventAt) - now.getTime() > skewMsMost) {
    found.push({
      code: 'clock-behind',
      severity: 'grave',
      text: say(
        `Jam komputer ini lebih lambat dari kejadian terakhir (${latestEventAt}). Setel jamnya, sebaiknya dengan NTP.`,
        `The clock of this computer is behind the latest event (${latestEventAt}). Set it, best by NTP.`,
      ),
    })
  }
  return found
}

const backupDaysMost = 7

/** @param storeSince when the store was made: a week goes by before a backup is missed. */
export function backupWeaknesses(
  facts: {
    readonly lastBackupAt: string | null
    readonly storeSince: string
    readonly isServer: boolean
  },
  now: Date,
): Weakness[] {
  const since = facts.lastBackupAt ?? facts.storeSince
  if (now.getTime() - Date.parse(since) <= backupDaysMost * dayMs) return []
  const last = facts.lastBackupAt?.slice(0, 10)
  return [
    {
      code: 'backup-old',
      // A server may be backed up by means of its own, which nobody sees from here.
      severity: facts.isServer ? 'warning' : 'grave',
      text: say(
        `Cadangan terakhir: ${last ?? 'belum pernah'}. Jalankan "betang backup" ke disk lain, lalu coba dengan "betang restore --drill".`,
        `Last backup: ${last ?? 'never'}. Run "betang backup" to another disk, then try it with "betang restore --drill".`,
      ),
    },
  ]
}
