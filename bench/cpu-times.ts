import { readdirSync, readFileSync } from 'node:fs'

/** Milliseconds a tick of `/proc`, which counts a hundred a second on every Linux. */
const msPerTick = 10

/** Processor time until now, in milliseconds. */
export interface CpuMs {
  /** Of this process, with all its threads. */
  readonly ofNode: number
  /** Of the database server; undefined where it is not a process of this machine. */
  readonly ofServer: number | undefined
}

/** The process of the database server that one of its connections belongs to; undefined on another machine. */
export function findServer(connectionPid: number): number | undefined {
  return readStat(connectionPid)?.parentPid
}

/** @param serverPid counted with all its connections, ended ones too. */
export function readCpuMs(serverPid: number | undefined): CpuMs {
  const { user, system } = process.cpuUsage()
  return {
    ofNode: (user + system) / 1000,
    ofServer: serverPid === undefined ? undefined : serverMs(serverPid),
  }
}

function serverMs(serverPid: number): number | undefined {
  const server = readStat(serverPid)
  if (!server) return undefined
  const ticks = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readStat(Number(name)) ?? [])
    .filter(({ parentPid }) => parentPid === serverPid)
    .reduce((sum, { ownTicks }) => sum + ownTicks, 0)
  return (ticks + server.ownTicks + server.endedTicks) * msPerTick
}

/** Undefined for a process that is gone, and where there is no `/proc`. */
function readStat(pid: number) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name of the program stands in brackets and may hold anything.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const number = (place: number) => Number(fields[place])
    return {
      parentPid: number(1),
      ownTicks: number(11) + number(12),
      endedTicks: number(13) + number(14),
    }
  } catch {
    return undefined
  }
}
