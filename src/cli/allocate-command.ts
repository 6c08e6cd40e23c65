import type { Command } from 'commander'
import { allocateFiles, verifyOut } from '#allocation'
import { isIsoDate } from '#platform/dates'
import { AppError } from '#platform/errors'
import { say } from './language.ts'

interface AllocateOptions {
  readonly needs?: string
  readonly offers?: string
  readonly policy?: string
  readonly out?: string
  readonly on?: string
}

/** `betang allocate` and `betang allocate verify`. */
export function registerAllocate(program: Command): void {
  const allocate = program
    .command('allocate')
    .option('--needs <file>', say('kebutuhan (CSV)', 'needs (CSV)'))
    .option('--offers <file>', say('penawaran (CSV)', 'offers (CSV)'))
    .option('--policy <file>', say('kebijakan (YAML)', 'policy (YAML)'))
    .option('--on <date>', say('hari penawaran dibaca', 'day on which offers are read'))
    .option('--out <folder>', say('folder hasil', 'folder for the results'))
    .description(
      say(
        'Bagi penawaran menurut kebutuhan, terbukti yang terbaik',
        'Allocate offers to needs, provably the best',
      ),
    )
    .action((options: AllocateOptions) => runAllocate(options, allocate))
  allocate
    .command('verify')
    .argument('<folder>', say('folder hasil pembagian', 'folder of an allocation'))
    .description(say('Periksa bukti sebuah pembagian', 'Check the certificate of an allocation'))
    .action(runVerify)
}

async function runAllocate(options: AllocateOptions, command: Command): Promise<void> {
  const { policy, on } = options
  if (on !== undefined && !isIsoDate(on)) throw new AppError('date-not-iso', { value: on })
  const out = given(options, 'out', command)
  const plan = await allocateFiles({
    needsFile: given(options, 'needs', command),
    offersFile: given(options, 'offers', command),
    out,
    ...(policy === undefined ? {} : { policyFile: policy }),
    ...(on === undefined ? {} : { on }),
  })
  process.stdout.write(
    `${plan.served} ${say('terlayani', 'served')}, ${plan.unserved.length} ${say('belum', 'not')}; ${say('selisih dari yang terbaik', 'gap to the best')} ${plan.gap}: ${out}\n`,
  )
}

/** Asked for here, since commander would ask `verify` for the options of its parent too. */
function given(
  options: AllocateOptions,
  name: 'needs' | 'offers' | 'out',
  command: Command,
): string {
  return (
    options[name] ??
    command.error(say(`Pilihan --${name} belum diisi.`, `The option --${name} is missing.`))
  )
}

async function runVerify(folder: string): Promise<void> {
  const verification = await verifyOut(folder)
  for (const fault of verification.faults) process.stderr.write(`${JSON.stringify(fault)}\n`)
  process.stdout.write(
    verification.faults.length === 0
      ? `${say('Bukti berlaku', 'The certificate holds')}\n`
      : `${say('Bukti tidak berlaku', 'The certificate does not hold')}\n`,
  )
  if (verification.faults.length > 0) process.exitCode = 1
}
