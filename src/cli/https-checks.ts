import { isOwnMachine } from '#upkeep'
import { say } from './language.ts'

/** How the pages are reached. */
export interface ServedAt {
  readonly host: string
  readonly behindHttps?: boolean
  readonly cert?: string
  readonly key?: string
}

/** Whether browsers come by HTTPS. */
export function isHttps({ behindHttps, cert }: ServedAt): boolean {
  return behindHttps === true || cert !== undefined
}

/** What `doctor` looks at, by its name. */
export function httpsName(served: ServedAt): string {
  if (isHttps(served)) return 'HTTPS'
  return isOwnMachine(served)
    ? say('HTTPS tidak perlu: hanya komputer ini', 'HTTPS not needed: this computer only')
    : `HTTPS (${served.host})`
}

/** What will not work without HTTPS, and how to get it; undefined where nothing is amiss. */
export function httpsTrouble(served: ServedAt): string | undefined {
  if (isHttps(served) || isOwnMachine(served)) return undefined
  return say(
    `Jaringan membuka alamat ini tanpa enkripsi: kata sandi dan data keluarga terbaca di jalan, kuki masuk tidak terlindung, kunci sandi (passkey) tidak jalan, ponsel tidak bisa bekerja tanpa sinyal.
  Minta sertifikat untuk nama server ini kepada Diskominfo, atau buat dari CA kantor sendiri (misalnya: mkcert betang.lan), lalu:
  betang serve --host ${served.host} --cert betang.pem --key betang-key.pem (https-missing)`,
    `The network opens this address without encryption: passwords and families' data can be read on the way, sign-in cookies are not protected, passkeys do not work, phones cannot work without a signal.
  Ask for a certificate for this server's name, or make one from an office CA (for example: mkcert betang.lan), then:
  betang serve --host ${served.host} --cert betang.pem --key betang-key.pem (https-missing)`,
  )
}
