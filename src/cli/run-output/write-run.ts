import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeMatrixXlsx } from '#coordination'
import { buildDashboard, reportHtml } from '#insight'
import { closeStaging, moveOut, openStaging } from '#platform/staging-folder'
import type { RunResult } from '../../flow.ts'
import { writeFamiliesCsv } from './families-csv.ts'
import { idMask } from './id-mask.ts'
import { writePersonsCsv } from './persons-csv.ts'
import {
  writeAllocationCsv,
  writeDecisionsCsv,
  writeNeedsCsv,
  writeOffersCsv,
  writeQuestionsCsv,
  writeUnservedCsv,
} from './plan-files.ts'
import { writeFindingsCsv, writeLinksCsv, writeReceivedCsv, writeReviewCsv } from './row-files.ts'
import { runSummary } from './summary.ts'

export interface WriteRunOptions {
  readonly out: string
  /** Write NIK and KK in full instead of masked. */
  readonly fullIds: boolean
}

/**
 * Writes everything that a run says into one folder; files of an earlier run are replaced, when all
 * of them are written: whoever stops it before has the earlier files whole.
 *
 * @throws AppError `out-not-writable`.
 */
export async function writeRun(run: RunResult, { out, fullIds }: WriteRunOptions): Promise<void> {
  const staging = await openStaging(out)
  try {
    await writeFiles(run, { out: staging, fullIds })
    await moveOut(staging, out)
  } finally {
    await closeStaging(staging)
  }
}

async function writeFiles(run: RunResult, { out, fullIds }: WriteRunOptions): Promise<void> {
  const mask = idMask(fullIds)
  const dashboard = await buildDashboard(run)
  const path = (name: string): string => join(out, name)

  await writeLinksCsv(path('links.csv'), run)
  await writePersonsCsv(path('persons.csv'), run, mask)
  await writeFamiliesCsv(path('families.csv'), run, mask)
  await writeReviewCsv(path('review.csv'), run)
  await writeFindingsCsv(path('quarantine.csv'), run.intake.quarantine, mask)
  await writeFindingsCsv(path('findings.csv'), run.intake.findings, mask)
  await writeReceivedCsv(path('received.csv'), run)
  await writeNeedsCsv(path('needs.csv'), run)
  await writeDecisionsCsv(path('decisions.csv'), run)
  await writeOffersCsv(path('offers.csv'), run)
  await writeQuestionsCsv(path('questions.csv'), run)
  await writeAllocationCsv(path('allocation.csv'), run)
  await writeUnservedCsv(path('unserved.csv'), run)
  await writeMatrixXlsx(run.matrix, path('oppkpke.xlsx'))
  await writeFile(path('summary.json'), `${JSON.stringify(runSummary(run, dashboard), null, 2)}\n`)
  await writeFile(
    path('report.html'),
    reportHtml({
      dashboard,
      intake: run.intake,
      plan: run.plan,
      offers: run.offerReading.offers,
      personsGone: run.register.persons.length - dashboard.persons,
    }),
  )
}

/**
 * Makes the folder for results before minutes of work are spent on them; touches no file in it.
 *
 * @throws AppError `out-not-writable`.
 */
export async function makeFolder(out: string): Promise<void> {
  await closeStaging(await openStaging(out))
}
