import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { z } from 'zod'

/** What a file left behind says about the process that wrote it. */
export const ProcessMark = z.object({
  pid: z.number(),
  host: z.string(),
  /** Tells a process from a later one with the same pid; empty where the system does not say. */
  startedAt: z.string(),
})
export type ProcessMark = z.infer<typeof ProcessMark>

/** The mark of this process. */
export function markOfThisProcess(): ProcessMark {
  return { pid: process.pid, host: hostname(), startedAt: processStart(process.pid) }
}

/** Whether the process still runs; null for one of another computer, of which nothing is known. */
export function isRunning(mark: ProcessMark): boolean | null {
  if (mark.host !== hostname()) return null
  try {
    process.kill(mark.pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  return mark.startedAt === processStart(mark.pid)
}

/** Start time of a process in clock ticks since boot, from Linux's /proc; empty elsewhere. */
function processStart(pid: number): string {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The command in brackets may hold spaces; the start time is field 22, the 20th after it.
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
