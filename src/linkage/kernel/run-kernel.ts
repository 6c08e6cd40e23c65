import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type BlockRange, blockRanges, type Kernel } from './kernel.ts'
import { PatternCounter, type PatternRow } from './patterns.ts'
import {
  countPatterns,
  type KeptPairs,
  type LevelWeights,
  levelCountsOf,
  scorePairs,
} from './run-ranges.ts'

interface CountTask {
  readonly job: 'count'
  readonly stride: number
}
interface ScoreTask {
  readonly job: 'score'
  readonly weights: LevelWeights
  readonly keepUnits: number
}
type Job = CountTask | ScoreTask
export type KernelTask = Job & { readonly no: number; readonly ranges: readonly BlockRange[] }
export type KernelAnswer =
  | { readonly no: number; readonly rows: readonly PatternRow[] }
  | { readonly no: number; readonly pairs: KeptPairs }

/** So few pairs are done before a thread has started. */
const fewPairs = 300_000
const tasksAThread = 16

/** Counts patterns and scores pairs, in threads where that pays; any number gives the same result. */
export interface KernelRunner {
  readonly countPatterns: (stride: number) => Promise<readonly PatternRow[]>
  readonly scorePairs: (weights: LevelWeights, keepUnits: number) => Promise<KeptPairs>
  readonly close: () => Promise<void>
}

/** @param threads 1 works in this thread; default as many as there are processors, 8 at most. */
export function openKernelRunner(
  kernel: Kernel,
  threads = Math.min(8, availableParallelism()),
): KernelRunner {
  const pairs = kernel.rules.reduce((sum, { pairCount }) => sum + pairCount, 0)
  const ranges = blockRanges(kernel, Math.max(10_000, pairs / (threads * tasksAThread)))
  const workers =
    threads < 2 || pairs < fewPairs
      ? []
      : Array.from({ length: threads }, () => {
          const worker = new Worker(new URL('./kernel-worker.ts', import.meta.url), {
            workerData: kernel,
          })
          worker.unref()
          return worker
        })
  const answersOf = (job: Job) =>
    runTasks(
      workers,
      ranges.map((range, no) => ({ ...job, no, ranges: [range] })),
    )
  return {
    async countPatterns(stride) {
      if (workers.length === 0) return countPatterns(kernel, ranges, stride)
      const counter = new PatternCounter(levelCountsOf(kernel))
      for (const answer of await answersOf({ job: 'count', stride })) {
        if (!('rows' in answer)) continue
        for (const { levels, count } of answer.rows) counter.add(levels, count)
      }
      return counter.rows()
    },
    async scorePairs(weights, keepUnits) {
      if (workers.length === 0) return scorePairs(kernel, ranges, { weights, keepUnits })
      const answers = await answersOf({ job: 'score', weights, keepUnits })
      return joinPairs(
        answers.flatMap((answer) => ('pairs' in answer ? [answer.pairs] : [])),
        kernel.rules.length,
      )
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

/** Hands each thread the next task when it has answered; the answers in the tasks' order. */
async function runTasks(
  workers: readonly Worker[],
  tasks: readonly KernelTask[],
): Promise<readonly KernelAnswer[]> {
  const answers: KernelAnswer[] = []
  let next = 0
  await Promise.all(
    workers.map(async (worker) => {
      for (let task = tasks[next++]; task; task = tasks[next++]) {
        const answer = await ask(worker, task)
        answers[answer.no] = answer
      }
    }),
  )
  return answers
}

function ask(worker: Worker, task: KernelTask): Promise<KernelAnswer> {
  return new Promise((resolve, reject) => {
    const finish = (answer: KernelAnswer) => {
      worker.off('error', reject)
      resolve(answer)
    }
    worker.once('message', finish)
    worker.once('error', reject)
    worker.postMessage(task)
  })
}

function joinPairs(parts: readonly KeptPairs[], rules: number): KeptPairs {
  const length = parts.reduce((sum, { left }) => sum + left.length, 0)
  const joined = {
    left: new Int32Array(length),
    right: new Int32Array(length),
    units: new Int32Array(length),
    compared: new Float64Array(rules),
  }
  let at = 0
  for (const { left, right, units, compared } of parts) {
    joined.left.set(left, at)
    joined.right.set(right, at)
    joined.units.set(units, at)
    compared.forEach((pairs, rule) => {
      joined.compared[rule] = (joined.compared[rule] ?? 0) + pairs
    })
    at += left.length
  }
  return joined
}
