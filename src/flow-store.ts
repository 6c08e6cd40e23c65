import { sql } from 'kysely'
import { bySystem, eraseAgain, recordEvent, refreshScope } from '#access'
import { findPlanId, savePlan } from '#allocation'
import { saveAssessment } from '#assessment'
import { saveMatrix } from '#coordination'
import { announce } from '#exchange'
import { buildDashboard, type InsightInput, saveInsight } from '#insight'
import { saveIntake } from '#intake'
import { saveLedger } from '#ledger'
import { saveOffers } from '#partner'
import { systemClock } from '#platform/clock'
import { type Db, inTransaction } from '#platform/db'
import type { Store } from '#platform/open-store'
import type { OnProgress } from '#platform/progress'
import type { Secrets } from '#platform/secrets'
import { programmeSummaries, saveDecisions } from '#programme'
import { judgeRegister, noteMadeFrom, saveQuality, saveRegister } from '#registry'
import type { RunResult } from './flow.ts'

export interface SaveParts {
  readonly store: Store
  readonly secrets: Secrets
  /** What of the store's files and decisions the run was made from; absent for lists from elsewhere. */
  readonly madeFrom?: string
  readonly onProgress?: OnProgress
}

/**
 * Puts all that a run worked out into the store, in one transaction: a failure in the middle leaves
 * the state before it.
 */
export async function saveRun(
  run: RunResult,
  { store, secrets, onProgress, madeFrom }: SaveParts,
): Promise<void> {
  const insight = await insightOf(run)
  const quality = await judgeRegister(run)
  const steps: readonly (readonly [string, (tx: Db) => Promise<unknown>])[] = [
    // The past of the register is put aside with its rows, before they are replaced.
    ['registry', (tx) => saveRegister(tx, secrets, run, systemClock().toISOString())],
    ['intake', (tx) => saveIntake(tx, secrets, run.intake, run.register.rowLinks)],
    ['quality', (tx) => saveQuality(tx, secrets, { quality, register: run.register })],
    ['ledger', (tx) => saveLedger(tx, run.received)],
    ['assessment', (tx) => saveAssessment(tx, run.assessment)],
    ['programme', (tx) => saveDecisions(tx, run.decisions, run.programmes)],
    ['partner', (tx) => saveOffers(tx, run.offerReading)],
    ['allocation', (tx) => saveChangedPlan(tx, run)],
    ['coordination', (tx) => saveMatrix(tx, run.matrix)],
    ['insight', (tx) => saveInsight(tx, insight)],
    ['access', refreshScope],
    ['privacy', eraseAgain],
    ['audit', (tx) => recordImport(tx, run)],
    ['exchange', (tx) => announceRun(tx, run)],
    ['stamp', (tx) => noteMadeFrom(tx, madeFrom)],
  ]
  onProgress?.({ stage: 'store', share: 0 })
  await inTransaction(store.db, async (tx) => {
    for (const [no, [name, save]] of steps.entries()) {
      await save(tx)
      onProgress?.({ stage: 'store', share: (no + 1) / (steps.length + 1), detail: name })
    }
  })
  await tidy(store)
  onProgress?.({ stage: 'store', share: 1 })
}

/** Saves the plan, and tells other systems where it is another one. */
async function saveChangedPlan(tx: Db, { plan, on }: RunResult): Promise<void> {
  const before = await findPlanId(tx)
  const planId = await savePlan(tx, plan, on)
  if (planId === before) return
  const facts = { planId, on, served: plan.served, unserved: plan.unserved.length }
  await announce(tx, { kind: 'plan-changed', facts }, systemClock())
}

function announceRun(tx: Db, { on, intake, register, assessment }: RunResult): Promise<void> {
  const facts = {
    on,
    rows: intake.rows.length,
    persons: register.persons.length,
    families: register.families.length,
    needs: assessment.needs.length,
  }
  return announce(tx, { kind: 'run-finished', facts }, systemClock())
}

function recordImport(tx: Db, { intake, register, decisions }: RunResult): Promise<void> {
  return recordEvent(tx, {
    ...bySystem,
    action: 'import',
    subjectKind: 'register',
    detail: {
      rows: intake.rows.length,
      persons: register.persons.length,
      families: register.families.length,
      decisions: decisions.length,
    },
  })
}

/** The rows replaced leave holes and old statistics; nobody vacuums the embedded store but we. */
async function tidy({ db, kind }: Store): Promise<void> {
  if (db.isTransaction) return // a test that will be rolled back
  await sql`vacuum analyze`.execute(db)
  if (kind === 'embedded') await sql`checkpoint`.execute(db)
}

async function insightOf(run: RunResult): Promise<InsightInput> {
  return {
    on: run.on,
    dashboard: await buildDashboard(run),
    register: run.register,
    served: run.served,
    assessment: run.assessment,
    programmes: programmeSummaries(run.programmes),
  }
}
