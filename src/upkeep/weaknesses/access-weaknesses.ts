import type { WeakAccess } from '#access'
import type { Weakness } from '../finding.ts'

const administratorsMost = 5
const anchorDaysMost = 2
const dayMs = 24 * 60 * 60_000
const skewMsMost = 60_000

/** Accounts, keys and the trail. */
export function accessWeaknesses(weak: WeakAccess, isOpenToOthers: boolean, now: Date): Weakness[] {
  return [
    ...accountWeaknesses(weak, isOpenToOthers),
    ...keyWeaknesses(weak),
    ...trailWeaknesses(weak, now),
  ]
}

function accountWeaknesses(weak: WeakAccess, isOpenToOthers: boolean): Weakness[] {
  const found: Weakness[] = []
  if (weak.isFirstPasswordKept) {
    found.push({
      code: 'first-password-kept',
      group: 'safety',
      state: isOpenToOthers ? 'grave' : 'look',
      meaning: {
        id: 'Kata sandi pertama akun sekretariat belum diganti',
        en: 'The first password of the account sekretariat was not replaced',
      },
      remedy: { id: 'Masuk sekali dan ganti', en: 'Sign in once and replace it' },
    })
  }
  if (weak.unusedPasswords.length > 0) {
    found.push({
      code: 'given-password-kept',
      group: 'safety',
      state: 'look',
      meaning: {
        id: 'Kata sandi pemberian belum diganti lebih dari seminggu',
        en: 'Given passwords not replaced for more than a week',
      },
      about: weak.unusedPasswords,
      remedy: {
        id: 'Ingatkan orangnya, atau nonaktifkan akunnya',
        en: 'Remind them, or disable the accounts',
      },
    })
  }
  if (weak.administratorsWithoutSecondFactor.length > 0) {
    found.push({
      code: 'administrator-without-second-factor',
      group: 'safety',
      state: 'grave',
      meaning: {
        id: 'Administrator hanya dengan kata sandi',
        en: 'Administrators with a password only',
      },
      about: weak.administratorsWithoutSecondFactor,
      remedy: {
        id: 'Pasang aplikasi kode atau kunci sandi (passkey) di halaman Akun saya, atau tuntut langkah kedua bagi peran itu di halaman Pengaturan',
        en: 'Set up an authenticator app or a passkey on the page My account, or demand a second factor of that role on the page Settings',
      },
    })
  }
  if (weak.administrators > administratorsMost) {
    found.push({
      code: 'administrators-many',
      group: 'safety',
      state: 'look',
      meaning: {
        id: `Ada ${weak.administrators} administrator; ${administratorsMost} cukup untuk satu kantor`,
        en: `There are ${weak.administrators} administrators; ${administratorsMost} are enough for an office`,
      },
      remedy: { id: 'Cabut peran yang tidak dipakai', en: 'Take back roles that are not used' },
    })
  }
  return found
}

function keyWeaknesses({ expiredKeys, idleKeys }: WeakAccess): Weakness[] {
  const found: Weakness[] = []
  if (expiredKeys.length > 0) {
    found.push({
      code: 'api-key-expired',
      group: 'safety',
      state: 'look',
      meaning: { id: 'Kunci API lewat masa', en: 'API keys past their end' },
      about: expiredKeys,
      remedy: { id: 'Ganti atau cabut', en: 'Rotate or revoke them' },
    })
  }
  if (idleKeys.length > 0) {
    found.push({
      code: 'api-key-idle',
      group: 'safety',
      state: 'look',
      meaning: { id: 'Kunci API tidak dipakai 90 hari', en: 'API keys not used for 90 days' },
      about: idleKeys,
      remedy: { id: 'Cabut bila tidak perlu', en: 'Revoke those not needed' },
    })
  }
  return found
}

function trailWeaknesses({ unanchoredSince, latestEventAt }: WeakAccess, now: Date): Weakness[] {
  const found: Weakness[] = []
  if (unanchoredSince && now.getTime() - Date.parse(unanchoredSince) > anchorDaysMost * dayMs) {
    found.push({
      code: 'anchor-old',
      group: 'trail',
      state: 'look',
      meaning: {
        id: `Jejak akses sejak ${unanchoredSince} belum dijangkarkan`,
        en: `The access trail since ${unanchoredSince} has no anchor`,
      },
      remedy: {
        id: 'Jalankan: betang audit anchor, lalu cetak dan tanda tangani',
        en: 'Run: betang audit anchor, then print and sign it',
      },
    })
  }
  if (latestEventAt && Date.parse(latestEventAt) - now.getTime() > skewMsMost) {
    found.push({
      code: 'clock-behind',
      group: 'trail',
      state: 'grave',
      meaning: {
        id: `Jam komputer ini lebih lambat dari kejadian terakhir (${latestEventAt})`,
        en: `The clock of this computer is behind the latest event (${latestEventAt})`,
      },
      remedy: { id: 'Setel jamnya, sebaiknya dengan NTP', en: 'Set it, best by NTP' },
    })
  }
  return found
}
