import { parentPort, workerData } from 'node:worker_threads'
import type { Kernel } from './kernel.ts'
import type { KernelAnswer, KernelTask } from './run-kernel.ts'
import { countPatterns, scorePairs } from './run-ranges.ts'

const kernel: Kernel = workerData

/** The far side of `openKernelThreads`: one task in, one answer out. */
parentPort?.on('message', (task: KernelTask) => {
  parentPort?.postMessage(answer(task))
})

function answer(task: KernelTask): KernelAnswer {
  return task.job === 'count'
    ? { no: task.no, rows: countPatterns(kernel, task.ranges, task.stride) }
    : { no: task.no, pairs: scorePairs(kernel, task.ranges, task) }
}
