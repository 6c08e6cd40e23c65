import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { inject } from 'vitest'
import { findFreePort } from '../free-port.ts'
import { makeOnce } from '../make-once.ts'

const launcher = path.join(import.meta.dirname, '..', '..', 'bin', 'betang.mjs')
const persons = 600
const seed = 11

/** A server process over a data folder of its own, as an officer's browser meets it. */
export interface ServedCity {
  readonly address: string
  readonly userName: string
  /** The password that the server showed at its first start. */
  readonly firstPassword: string
  readonly stop: () => Promise<void>
  /** Serves the same folder at the same address again. */
  readonly start: () => Promise<void>
}

/**
 * Serves a copy of the sample city, which came in as agencies' lists do: `betang run`.
 *
 * @param env what the server is told besides, by its variables.
 */
export async function serveCity(env: NodeJS.ProcessEnv = {}): Promise<ServedCity> {
  const home = inject('cityHome')
  const sample = await makeOnce(home, 'city', () => makeCity(home))
  const folder = mkdtempSync(path.join(home, 'served-'))
  cpSync(sample, path.join(folder, 'data'), { recursive: true })

  const port = await findFreePort()
  const words = ['serve', '--data', path.join(folder, 'data'), '--port', String(port)]
  let server = await startServer(words, { ...environment(home), ...env })
  return {
    address: `http://127.0.0.1:${port}`,
    userName: /User name: (\S+)/.exec(server.said)?.[1] ?? '',
    firstPassword: /Password: (\S+)/.exec(server.said)?.[1] ?? '',
    stop: () => server.stop(),
    start: async () => {
      server = await startServer(words, { ...environment(home), ...env })
    },
  }
}

function environment(home: string): NodeJS.ProcessEnv {
  return { ...process.env, BETANG_HOME: path.join(home, 'keys'), DATABASE_URL: '' }
}

/** Data folder of the sample city. */
async function makeCity(home: string): Promise<string> {
  const data = path.join(home, 'data')
  const lists = path.join(home, 'lists')
  const betang = (...words: string[]) =>
    promisify(execFile)(process.execPath, [launcher, ...words], { env: environment(home) })
  await betang('sample', '--persons', String(persons), '--seed', String(seed), '--out', lists)
  await betang('run', lists, '--out', path.join(home, 'results'), '--data', data)
  return data
}

interface RunningServer {
  readonly said: string
  readonly stop: () => Promise<void>
}

async function startServer(
  words: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<RunningServer> {
  const child = spawn(process.execPath, [launcher, '--lang', 'en', ...words], {
    env,
  })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      said += chunk
      if (said.includes('Ctrl C')) resolve()
    })
    child.stderr.on('data', (chunk) => {
      said += chunk
    })
    child.on('exit', (code) => reject(new Error(`betang serve ended with ${code}: ${said}`)))
  })
  return {
    said,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}
