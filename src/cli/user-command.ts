import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Command } from 'commander'
import {
  addAccount,
  disableAccount,
  expectPerson,
  type KeeperParts,
  listAccounts,
  resetAccountOf,
} from '#access'
import { systemClock } from '#platform/clock'
import { AppError } from '#platform/errors'
import { systemRandom } from '#platform/random'
import type { Secrets } from '#platform/secrets'
import { say } from './language.ts'
import { defaultDataFolder, openOffice, storePlace } from './open-office.ts'

interface Where {
  readonly data: string
}

/**
 * `betang user …`: accounts kept by whoever runs the server, without signing in and without e-mail.
 * An embedded store is open to one process: the server has to be stopped meanwhile.
 */
export function registerUser(program: Command): void {
  const user = program
    .command('user')
    .description(say('Akun pengguna, dari server sendiri', 'Accounts, from the server itself'))
  const command = (words: string, description: string): Command =>
    user
      .command(words)
      .option('--data <folder>', say('folder data', 'data folder'), defaultDataFolder)
      .description(description)

  command('list', say('Semua akun', 'All accounts')).action((options: Where) =>
    withKeeper(options, list),
  )
  command(
    'add <name>',
    say(
      'Tambah akun; kata sandinya dicetak sekali',
      'Add an account; its password is printed once',
    ),
  )
    .requiredOption('--display <text>', say('nama orangnya', "the person's name"))
    .option('--organisation <id>', say('instansi', 'organisation'), 'tkpk')
    .option('--administrator', say('beri peran administrator', 'give the role of administrator'))
    .action((name: string, options: Where & AddOptions) =>
      withKeeper(options, async (parts) => {
        tell(
          name,
          await addAccount(parts, {
            userName: name,
            displayName: options.display,
            organisationId: options.organisation,
            isAdministrator: options.administrator === true,
          }),
        )
      }),
    )
  command(
    'reset <name>',
    say(
      'Kata sandi lain, dicetak sekali; semua perangkat keluar',
      'Another password, printed once; all devices are signed out',
    ),
  )
    .option(
      '--all-factors',
      say(
        'lepas juga aplikasi kode, kunci sandi dan tautan',
        'remove authenticator app, passkeys and links too',
      ),
    )
    .action((name: string, options: Where & { allFactors?: boolean }) =>
      withKeeper(options, async (parts) => {
        tell(name, await resetAccountOf(parts, name, options.allFactors === true))
      }),
    )
  command(
    'disable <name>',
    say('Tutup akun dan keluarkan', 'Close an account and sign it out'),
  ).action((name: string, options: Where) =>
    withKeeper(options, (parts) => disableAccount(parts, name, true)),
  )
  command('enable <name>', say('Buka lagi akun', 'Open an account again')).action(
    (name: string, options: Where) =>
      withKeeper(options, (parts) => disableAccount(parts, name, false)),
  )
  command(
    'expect <name>',
    say(
      'Siapa yang akan masuk lewat penyedia identitas',
      'Who will sign in by an identity provider',
    ),
  )
    .requiredOption(
      '--provider <id>',
      say('penyedia di BETANG_OIDC_FILE', 'provider in BETANG_OIDC_FILE'),
    )
    .requiredOption('--claim <value>', say('isi klaimnya, misalnya NIP', 'value of the claim'))
    .action((name: string, options: Where & { provider: string; claim: string }) =>
      withKeeper(options, (parts, secrets) =>
        expectPerson(parts, secrets, {
          userName: name,
          providerId: options.provider,
          claim: options.claim,
        }),
      ),
    )
}

interface AddOptions {
  readonly display: string
  readonly organisation: string
  readonly administrator?: boolean
}

async function withKeeper(
  { data }: Where,
  work: (parts: KeeperParts, secrets: Secrets) => Promise<void>,
): Promise<void> {
  const place = storePlace(data)
  if ('folder' in place && !existsSync(path.join(data, 'postgres'))) {
    throw new AppError('folder-not-found', { path: data })
  }
  const { store, secrets } = await openOffice(place)
  try {
    await work({ db: store.db, clock: systemClock, random: systemRandom }, secrets)
  } finally {
    await store.close()
  }
}

function tell(userName: string, password: string): void {
  process.stdout.write(
    [
      `${say('Nama pengguna', 'User name')}: ${userName.toLowerCase()}`,
      `${say('Kata sandi', 'Password')}: ${password}  (${say('hanya ditampilkan sekali ini', 'shown only this once')})`,
      say(
        'Kata sandi ini harus diganti saat masuk.',
        'This password has to be changed at sign-in.',
      ),
      '',
    ].join('\n'),
  )
}

async function list(parts: KeeperParts): Promise<void> {
  for (const { userName, displayName, organisationName, roles, isDisabled } of await listAccounts(
    parts,
  )) {
    const state = isDisabled ? [say('ditutup', 'closed')] : []
    process.stdout.write(
      `${[userName, displayName, organisationName, roles.join(' ') || '-', ...state].join('\t')}\n`,
    )
  }
}
