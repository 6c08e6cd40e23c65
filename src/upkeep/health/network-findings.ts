import { sayMoment } from '#platform/words'
import type { Finding } from '../finding.ts'
import { isOwnMachine, type Served } from '../machine.ts'

const dayMs = 24 * 60 * 60_000
const lookDays = 30
const graveDays = 7

/** Whether browsers come by HTTPS, and how long the certificate still holds. */
export function httpsFinding(served: Served, now: Date): Finding {
  if (served.certificateUntil) return certificateFinding(served.certificateUntil, now)
  if (served.isHttps || served.isBehindProxy) {
    return {
      code: 'https',
      group: 'network',
      state: 'good',
      meaning: {
        id: 'HTTPS oleh perantara di komputer ini; masa sertifikatnya dilihat di perantara itu',
        en: 'HTTPS by a proxy on this machine, where the end of its certificate is seen',
      },
    }
  }
  if (isOwnMachine(served)) {
    return {
      code: 'https-not-needed',
      group: 'network',
      state: 'good',
      meaning: {
        id: 'HTTPS tidak perlu: halaman hanya terbuka dari komputer ini',
        en: 'HTTPS not needed: the pages open on this computer only',
      },
    }
  }
  return {
    code: 'https-missing',
    group: 'network',
    state: 'grave',
    meaning: {
      id: 'Jaringan membuka halaman tanpa enkripsi: kata sandi dan data keluarga terbaca di jalan',
      en: 'The network opens the pages without encryption: passwords and data of families can be read on the way',
    },
    remedy: {
      id: 'Minta sertifikat untuk nama server ini kepada Diskominfo, lalu jalankan betang serve dengan --cert dan --key',
      en: 'Ask for a certificate for the name of this server, then run betang serve with --cert and --key',
    },
  }
}

function certificateFinding(until: Date, now: Date): Finding {
  const leftDays = Math.floor((until.getTime() - now.getTime()) / dayMs)
  const at = sayMoment(until)
  const meaning = {
    id:
      leftDays < 0 ? `Sertifikat HTTPS habis ${at.id}` : `Sertifikat HTTPS berlaku sampai ${at.id}`,
    en:
      leftDays < 0
        ? `The HTTPS certificate ended ${at.en}`
        : `The HTTPS certificate holds until ${at.en}`,
  }
  if (leftDays >= lookDays) {
    return { code: 'certificate', group: 'network', state: 'good', meaning }
  }
  return {
    code: 'certificate-ending',
    group: 'network',
    state: leftDays < graveDays ? 'grave' : 'look',
    meaning,
    remedy: {
      id: 'Minta sertifikat baru, ganti berkas --cert dan --key, lalu mulai ulang Betang',
      en: 'Ask for another, replace the files of --cert and --key, then start Betang anew',
    },
  }
}
