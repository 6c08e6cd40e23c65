import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type CsvValue, writeCsv } from '#platform/csv'
import type { IsoDate } from '#platform/dates'
import { AppError } from '#platform/errors'
import { makeFolder, outNotWritable } from '#platform/make-folder'
import { compileFilter } from '#programme'
import { planAllocation } from './plan.ts'
import { readPolicy } from './policy.ts'
import { readNeeds, readOfferFile } from './read-inputs.ts'
import type { AllocationPlan } from './schema.ts'

export interface AllocateFilesRequest {
  readonly needsFile: string
  readonly offersFile: string
  readonly policyFile?: string
  /** Folder for the four files; made when it is not there. */
  readonly out: string
  /** Day on which offers must be open; absent: windows are not looked at. */
  readonly on?: IsoDate
}

/**
 * Plans from two files and writes allocation.csv, unserved.csv, summary.json and certificate.json.
 *
 * Nothing is written when an input is wrong.
 * @throws AppError `file-not-found`, `column-missing`, `rows-invalid`, `policy-invalid`,
 * `policy-rule-unsupported`, `out-not-writable`.
 */
export async function allocateFiles(request: AllocateFilesRequest): Promise<AllocationPlan> {
  const { needsFile, offersFile, policyFile, out, on } = request
  const offers = await readOfferFile(offersFile, compileFilter)
  const asked = new Set(offers.flatMap(({ filter }) => compileFilter(filter).fields))
  const needs = await readNeeds(needsFile, asked)
  const policy = policyFile === undefined ? {} : readPolicy(await readText(policyFile), policyFile)
  const plan = planAllocation({
    needs,
    offers,
    policy,
    ...(on === undefined ? {} : { on }),
    compile: compileFilter,
  })
  const inputs = {
    needs_file: resolve(needsFile),
    needs_sha256: await sha256Of(needsFile),
    offers_file: resolve(offersFile),
    offers_sha256: await sha256Of(offersFile),
  }
  try {
    makeFolder(out)
    await writePlan(plan, out, { on: on ?? null, needs: needs.length, ...inputs })
  } catch (cause) {
    throw outNotWritable(out, cause)
  }
  return plan
}

/** The columns of allocation.csv, in order. */
const allocationHeadings = ['need_id', 'offer_id', 'units', 'amount_rp', 'reason'] as const
/** The columns of unserved.csv, in order. */
const unservedHeadings = ['need_id', 'reason_code', 'cutoff', 'score'] as const

/** Lines of allocation.csv. */
function allocationRows(plan: AllocationPlan): CsvValue[][] {
  return plan.lines.map((line) => [
    line.needId,
    line.offerId,
    Number(line.units.toFixed(6)),
    line.amountRp,
    line.reason,
  ])
}

/** Lines of unserved.csv. */
function unservedRows(plan: AllocationPlan): CsvValue[][] {
  return plan.unserved.map((line) => [line.needId, line.reasonCode, line.cutoff, line.score])
}

async function writePlan(
  plan: AllocationPlan,
  out: string,
  further: Readonly<Record<string, unknown>>,
): Promise<void> {
  await writeCsv(join(out, 'allocation.csv'), allocationHeadings, allocationRows(plan))
  await writeCsv(join(out, 'unserved.csv'), unservedHeadings, unservedRows(plan))
  await writeFile(join(out, 'certificate.json'), `${JSON.stringify(plan.certificate)}\n`)
  const { value, upperBound, gap, served, shortfalls, questions } = plan
  const summary = { value, upper_bound: upperBound, gap, served, shortfalls, questions, ...further }
  await writeFile(join(out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new AppError('file-not-found', { path }, { cause })
  }
}

async function sha256Of(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
}
