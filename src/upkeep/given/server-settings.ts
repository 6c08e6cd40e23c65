import { statSync } from 'node:fs'
import type { Language } from '#platform/say-error'
import { secretFile, secretNames } from '#platform/secret-setting'
import type { Words } from '#platform/words'
import type { Machine } from '../machine.ts'
import type { ServerSettings } from '../schema.ts'

/** Limits of requests a minute, in words. */
export interface GivenLimit {
  readonly meaning: Words
  readonly perMinute: number
}

/** What was given to Betang beside the machine. */
export interface Given {
  readonly needsSecondFactor: boolean
  readonly providers: readonly {
    readonly id: string
    readonly name: string
    readonly saysHow: boolean
  }[]
  readonly limits: readonly GivenLimit[]
}

const secretMeanings: Readonly<Record<(typeof secretNames)[number], Words>> = {
  DATABASE_URL: {
    id: 'Server PostgreSQL; tanpa ini penyimpanan ada di folder data',
    en: 'PostgreSQL server; without it the store lies in the data folder',
  },
  BETANG_KEY: {
    id: 'Kunci NIK; tanpa ini dibaca dari berkas di BETANG_HOME',
    en: 'Key of the NIK; without it a file in BETANG_HOME holds it',
  },
  BETANG_BACKUP_PASSPHRASE: {
    id: 'Frasa sandi cadangan; tanpa ini salinan harian hanya terbuka di komputer ini',
    en: 'Passphrase of backups; without it daily copies open on this machine only',
  },
  BETANG_DUKCAPIL_TOKEN: {
    id: 'Kunci gerbang Dukcapil',
    en: 'Token of the gateway to Dukcapil',
  },
}

const plainMeanings = {
  BETANG_HOME: { id: 'Folder berkas kunci', en: 'Folder of key files' },
  BETANG_BACKUP_FOLDER: { id: 'Tujuan salinan harian', en: 'Where daily copies go' },
  BETANG_BREACHED_PASSWORDS: {
    id: 'Berkas kata sandi bocor, yang tidak boleh dipilih',
    en: 'File of leaked passwords, which nobody may choose',
  },
  BETANG_OIDC_FILE: {
    id: 'Penyedia masuk dari luar',
    en: 'Outside providers by which people sign in',
  },
  BETANG_SECOND_FACTOR: {
    id: 'Langkah kedua bagi semua orang, apa pun perannya',
    en: 'A second factor of everybody, whatever the role',
  },
  BETANG_DUKCAPIL_URL: {
    id: 'Gerbang layanan Dukcapil; tanpa ini belum terhubung',
    en: 'Gateway to the service of Dukcapil; not connected without it',
  },
  BETANG_DATABASE_WITHOUT_TLS: {
    id: 'Server PostgreSQL di komputer lain tanpa TLS (1: jalannya aman dengan cara lain)',
    en: 'PostgreSQL server on another machine without TLS (1: the way is safe by other means)',
  },
  BETANG_WEBHOOK_NETWORKS: {
    id: 'Jaringan dalam yang boleh dikirimi pesan',
    en: 'Inner networks to which messages may go',
  },
  BETANG_SECOND_LOOK_PERCENT: {
    id: 'Dari seratus pasangan ragu yang dinilai, berapa dinilai lagi oleh petugas lain (tanpa ini: 10)',
    en: 'Of a hundred judged pairs, how many another officer judges again (10 without it)',
  },
} satisfies Record<string, Words>

/** What holds until Betang is started anew, without a secret. */
export function serverSettings(
  { env, served, place }: Machine,
  { needsSecondFactor, providers, limits }: Given,
  language: Language,
): ServerSettings {
  const certificate: Words = {
    id: 'Sertifikat HTTPS sendiri (--cert dan --key)',
    en: 'Own HTTPS certificate (--cert and --key)',
  }
  const options: readonly [name: string, meaning: Words, value: string | null][] = [
    ['--host', { id: 'Alamat yang dilayani', en: 'Address that is served' }, served.host],
    ['--port', { id: 'Nomor port', en: 'Port number' }, String(served.port)],
    ['--data', { id: 'Folder data', en: 'Data folder' }, 'folder' in place ? place.folder : null],
    ['--cert', certificate, served.certificateUntil ? served.certificateUntil.toISOString() : null],
  ]
  return {
    settings: [
      ...options.map(([name, meaning, value]) => ({
        name,
        meaning: meaning[language],
        isSet: value !== null,
        value,
      })),
      {
        name: '--behind-https',
        meaning: {
          id: 'Di belakang perantara HTTPS di komputer ini',
          en: 'Behind an HTTPS proxy on this machine',
        }[language],
        isSet: served.isBehindProxy,
        value: null,
      },
      ...secretNames.map((name) => ({
        name: secretFile(name, env) === undefined ? name : `${name}_FILE`,
        meaning: secretMeanings[name][language],
        isSet: Boolean(env[name]) || secretFile(name, env) !== undefined,
        value: null,
      })),
      ...Object.entries(plainMeanings).map(([name, meaning]) => ({
        name,
        meaning: meaning[language],
        isSet: Boolean(env[name]),
        value: env[name] || null,
      })),
    ],
    needsSecondFactor,
    providers: providers.map(({ id, name, saysHow }) => ({ id, name, saysHow })),
    breachedPasswords: leakedPasswords(env.BETANG_BREACHED_PASSWORDS),
    limits: limits.map(({ meaning, perMinute }) => ({ meaning: meaning[language], perMinute })),
  }
}

function leakedPasswords(file: string | undefined): ServerSettings['breachedPasswords'] {
  if (!file) return null
  const found = statSync(file, { throwIfNoEntry: false })
  return {
    sizeBytes: found?.size ?? null,
    changedAt: found?.mtime.toISOString() ?? null,
  }
}
