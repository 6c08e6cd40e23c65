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
    .requiredOption('--needs <file>', say('kebutuhan (CSV)', 'needs (CSV)'))
    .requiredOption('--offers <file>', say('penawaran (CSV)', 'offers (CSV)'))
    .option('--policy <file>', say('kebijakan (YAML)', 'policy (YAML)'))
    .option('--on <date>', say('hari penawaran dibaca', 'day on which offers are read'))
    .requiredOption('--out <folder>', say('folder hasil', 'folder for the results'))
    .description(
      say(
        'Bagi penawaran menurut kebutuhan, terbukti yang terbaik',
        'Allocate offers to needs, provably the best',
      ),
    )
    .action(runAllocate)
  allocate
    .command('verify')
    .argument('<folder>', say('folder hasil pembagian', 'folder of an allocation'))
    .description(say('Periksa bukti sebuah pembagian', 'Check the certificate of an allocation'))
    .action(runVerify)
}

async function runAllocate({ needs, offers, policy, out, on }: AllocateOptions): Promise<void> {
  if (on !== undefined && !isIsoDate(on)) throw new AppError('date-not-iso', { value: on })
  const plan = await allocateFiles({
    needsFile: needs ?? '',
    offersFile: offers ?? '',
    out: out ?? '',
    ...(policy === undefined ? {} : { policyFile: policy }),
    ...(on === undefined ? {} : { on }),
  })
  process.stdout.write(
    `${plan.served} ${say('terlayani', 'served')}, ${plan.unserved.length} ${say('belum', 'not')}; ${say('selisih dari yang terbaik', 'gap to the best')} ${plan.gap}: ${out}\n`,
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
