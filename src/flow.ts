import { type AllocationPlan, allocate, needInputs } from '#allocation'
import { type Assessment, assess } from '#assessment'
import { buildMatrix, type Matrix } from '#coordination'
import { type Intake, readFolder } from '#intake'
import { buildLedger, countServed, overlaps } from '#ledger'
import type { Overlap, Received, ServedCount } from '#ledger/schema'
import { type OfferReading, readOffers } from '#partner'
import type { IsoDate } from '#platform/dates'
import { AppError } from '#platform/errors'
import type { OnProgress, Stage } from '#platform/progress'
import { decideAll, loadProgrammes, type Programme, type ProgrammeDecision } from '#programme'
import { buildRegister, findCompleteRosters, type Register } from '#registry'

/** Everything that the main job works out from a folder of lists. */
export interface RunResult {
  /** The day on which rules and offers are read. */
  readonly on: IsoDate
  readonly intake: Intake
  readonly register: Register
  readonly received: readonly Received[]
  readonly served: readonly ServedCount[]
  readonly overlaps: readonly Overlap[]
  readonly assessment: Assessment
  readonly programmes: readonly Programme[]
  readonly decisions: readonly ProgrammeDecision[]
  readonly offerReading: OfferReading
  readonly plan: AllocationPlan
  readonly matrix: Matrix
  readonly secondsByStage: Readonly<Partial<Record<Stage, number>>>
}

export interface RunRequest {
  /** Folder with the lists; subfolders are left alone. */
  readonly dir: string
  /** Default: the latest plausible date in the lists. */
  readonly on?: IsoDate
  /** Counts where no list bears a date; without it such lists are refused. */
  readonly today?: IsoDate
  readonly programmesDir: string
  readonly onProgress?: OnProgress
  /** Milliseconds of a clock that only moves forward; for the seconds a stage. */
  readonly nowMs: () => number
}

/**
 * The main job: the stages in the order in which data flows.
 *
 * Pure but for reading the folder and the catalogue; nothing is stored.
 * @throws AppError `folder-not-found`, `folder-empty`, `run-date-unknown`.
 */
export async function runMainJob(request: RunRequest): Promise<RunResult> {
  const { dir, programmesDir, onProgress } = request
  const stage = stageTimer(request)

  const intake = await stage('intake', () => readFolder(dir, onProgress ? { onProgress } : {}))
  const on = request.on ?? intake.latestDate ?? request.today
  if (on === undefined) throw new AppError('run-date-unknown', { path: dir })

  const register = await stage('registry', () => buildRegister(intake))
  const ledger = await stage('ledger', () => {
    const received = buildLedger(intake, register)
    return { received, served: countServed(received, register), overlaps: overlaps(received) }
  })
  const { received } = ledger
  const assessment = await stage('assessment', () => assess({ intake, register, received, on }))
  const { programmes, decisions } = await stage('programme', async () => {
    const catalogue = await loadProgrammes(programmesDir)
    const decided = decideAll({
      programmes: catalogue,
      register,
      assessment,
      received,
      on,
      refOf: (rowNo) => intake.rows[rowNo]?.ref,
      completeRosters: findCompleteRosters(intake, register),
    })
    return { programmes: catalogue, decisions: decided }
  })
  const offerReading = await stage('partner', () => readOffers(intake.offers))
  const plan = await stage('allocation', () =>
    allocate({ needs: needInputs(assessment.needs), offers: offerReading.offers, on }),
  )
  const matrix = await stage('coordination', () =>
    buildMatrix({
      tables: intake.budgets,
      received,
      needs: assessment.needs,
      on,
      offers: offerReading.offers,
      plan,
    }),
  )

  return {
    on,
    intake,
    register,
    ...ledger,
    assessment,
    programmes,
    decisions,
    offerReading,
    plan,
    matrix,
    secondsByStage: stage.seconds,
  }
}

interface StageTimer {
  <Result>(name: Stage, work: () => Result | Promise<Result>): Promise<Result>
  readonly seconds: Partial<Record<Stage, number>>
}

/** Runs a stage, tells its start and end, and notes the seconds it took. */
function stageTimer({ onProgress, nowMs }: RunRequest): StageTimer {
  const seconds: Partial<Record<Stage, number>> = {}
  async function runStage<Result>(
    name: Stage,
    work: () => Result | Promise<Result>,
  ): Promise<Result> {
    const startedMs = nowMs()
    onProgress?.({ stage: name, share: 0 })
    // Let a progress bar be drawn before a stage that holds the thread.
    await new Promise((resolve) => setImmediate(resolve))
    const result = await work()
    seconds[name] = Math.round((nowMs() - startedMs) / 10) / 100
    onProgress?.({ stage: name, share: 1 })
    return result
  }
  return Object.assign(runStage, { seconds })
}
