import { type AllocationPlan, allocate, needInputs } from '#allocation'
import { type Assessment, assess } from '#assessment'
import { buildMatrix, type Matrix } from '#coordination'
import { type CellMend, type Intake, type ListMapping, readFolder, readSources } from '#intake'
import { buildLedger, countServed, overlaps } from '#ledger'
import type { Overlap, Received, ServedCount } from '#ledger/schema'
import { type OfferReading, readOffers } from '#partner'
import type { IsoDate } from '#platform/dates'
import { AppError } from '#platform/errors'
import type { OnProgress, Stage } from '#platform/progress'
import { decideAll, loadProgrammes, type Programme, type ProgrammeDecision } from '#programme'
import {
  buildRegister,
  findCompleteRosters,
  type Register,
  type RegisterChange,
  withRowsByHand,
} from '#registry'

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

/** A file with lists, and the cells that people put right in it. */
export interface ListFile {
  readonly file: string
  readonly content: Uint8Array
  readonly mends: readonly CellMend[]
  readonly mappings?: readonly ListMapping[]
}

/** A folder with the lists, whose subfolders are left alone; or files in order, with what people decided. */
export type Lists =
  | { readonly dir: string }
  | {
      readonly files: readonly ListFile[]
      readonly changes: readonly RegisterChange[]
      /** Bits from which the linkage joins by itself, where somebody adopted others than its own. */
      readonly thresholdBits?: number | undefined
    }

export type RunRequest = Lists & RunTerms

export interface RunTerms {
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
 * Pure but for reading the lists and the catalogue; nothing is stored.
 * @throws AppError `folder-not-found`, `folder-empty`, `run-date-unknown`.
 */
export async function runMainJob(request: RunRequest): Promise<RunResult> {
  const { programmesDir } = request
  const stage = stageTimer(request)

  const changes = 'dir' in request ? [] : request.changes
  const terms = 'dir' in request ? {} : { thresholdBits: request.thresholdBits }
  const intake = await stage('intake', async () =>
    withRowsByHand(await readLists(request), changes),
  )
  const on = request.on ?? intake.latestDate ?? request.today
  if (on === undefined) {
    throw new AppError('run-date-unknown', { path: 'dir' in request ? request.dir : '' })
  }

  const register = await stage('registry', () => buildRegister(intake, changes, terms))
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

function readLists(request: RunRequest): Promise<Intake> {
  const options = request.onProgress ? { onProgress: request.onProgress } : {}
  if ('dir' in request) return readFolder(request.dir, options)
  const sources = request.files.map(({ file, content, mends, mappings = [] }) => ({
    file,
    mends,
    mappings,
    load: async () => content,
  }))
  return readSources(sources, options)
}

interface StageTimer {
  <Result>(name: Stage, work: () => Result | Promise<Result>): Promise<Result>
  readonly seconds: Partial<Record<Stage, number>>
}

/** Runs a stage, tells its start and end, and notes the seconds it took. */
function stageTimer({ onProgress, nowMs }: RunTerms): StageTimer {
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
