import { networkInterfaces } from 'node:os'
import type { FirstAccount } from '#access'
import type { Store } from '#platform/open-store'
import { keyFilePath } from '#platform/secrets'
import type { ServedAt } from './https-checks.ts'
import { say } from './language.ts'

/** What whoever starts the server has to know: address, first sign-in, where the data and key lie. */
export function welcome(
  served: ServedAt & { readonly port: number },
  store: Store,
  first: FirstAccount | undefined,
): string {
  const { port, host } = served
  const isEverywhere = host === '0.0.0.0' || host === '::'
  const scheme = served.cert === undefined ? 'http' : 'https'
  const addresses = isEverywhere ? ['localhost', ...networkAddresses()] : [host]
  const lines = [
    '',
    ...addresses.map((address) => `Betang: ${scheme}://${inUrl(address)}:${port}`),
    ...signInLines(first),
    `${say('Data', 'Data')}: ${store.place}`,
    ...(process.env.BETANG_KEY === undefined && process.env.BETANG_KEY_FILE === undefined
      ? [
          `${say('Kunci NIK', 'Key of the NIK')}: ${keyFilePath(store.storeId)}  (${say('simpan salinannya di tempat lain', 'keep a copy elsewhere')})`,
        ]
      : []),
    ...(store.kind === 'embedded'
      ? [
          say(
            'Penyimpanan ini untuk satu kantor. Ia tahan bila proses mati, tidak bila listrik padam: salinan terenkripsi dibuat tiap hari di folder backups. Untuk cadangan yang tahan bila komputer hilang: betang backup.',
            'This store is for one office. It survives a killed process, not a power cut: an encrypted copy a day goes into the folder backups. For a backup that survives the loss of the machine: betang backup.',
          ),
        ]
      : []),
    say('Ctrl C untuk berhenti.', 'Ctrl C to stop.'),
    '',
  ]
  return `${lines.join('\n')}\n`
}

function signInLines(first: FirstAccount | undefined): string[] {
  if (!first) return [say('Masuk dengan akun yang sudah ada.', 'Sign in with your account.')]
  return [
    `${say('Nama pengguna', 'User name')}: ${first.userName}`,
    `${say('Kata sandi', 'Password')}: ${first.password}  (${say('hanya ditampilkan sekali ini', 'shown only this once')})`,
  ]
}

function networkAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
}

function inUrl(address: string): string {
  return address.includes(':') ? `[${address}]` : address
}
