import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

export interface NpmAnswer {
  readonly status: number | null
  readonly stdout: string
}

const megabyte = 1024 * 1024

/** Runs npm in the root of the project: the one that started this script, else the one on the PATH. */
export function runNpm(args: readonly string[]): NpmAnswer {
  const started = process.env.npm_execpath
  const isWindows = process.platform === 'win32'
  const command = started ? process.execPath : isWindows ? 'npm.cmd' : 'npm'
  const { status, stdout } = spawnSync(command, started ? [started, ...args] : [...args], {
    cwd: join(import.meta.dirname, '..'),
    encoding: 'utf8',
    maxBuffer: 64 * megabyte,
    shell: isWindows && !started,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return { status, stdout: stdout ?? '' }
}
