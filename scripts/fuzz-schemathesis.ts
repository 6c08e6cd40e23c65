/**
 * `npm run fuzz:schemathesis`: asks a really served sample city all that its OpenAPI document allows and
 * more, by schemathesis, as the administrator, as the secretariat and as nobody.
 *
 * Needs Python with venv and a package registry; where they are absent it says so and is skipped. The
 * first word is how many requests each operation gets (default 20).
 */
import { execFile, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'

const version = '4.32.5'
const venv = path.join(tmpdir(), `betang-schemathesis-${version}`)
const program = path.join(venv, 'bin', 'schemathesis')
const launcher = path.join(import.meta.dirname, '..', 'bin', 'betang.mjs')
const requests = process.argv[2] ?? '20'
const password = 'sepeda biru tua dan delman'
/** They end what the others need, or wait for a person. */
const needed = ['signIn', 'signOut', 'endSession', 'endSessions', 'changePassword', 'chooseGrant']
/** Its points are pairs (`prefixItems`), which this version takes for a fault of the document. */
const leftOut = [...needed, 'getMap']
const checks = ['not_a_server_error', 'status_code_conformance', 'content_type_conformance'].concat(
  'response_schema_conformance',
)

const skipped = install()
if (skipped !== undefined) {
  console.log(`schemathesis: skipped, ${skipped}`)
  process.exit(0)
}
const home = mkdtempSync(path.join(tmpdir(), 'betang-fuzz-'))
const env = { ...process.env, BETANG_HOME: path.join(home, 'keys'), DATABASE_URL: '' }
let failures = 0
try {
  const server = await serve()
  try {
    for (const role of ['administrator', 'secretariat', undefined] as const) {
      const cookie = role && (await signInAs(server.address, server.first, role))
      console.log(`\n— as ${role ?? 'nobody'}`)
      if (!(await run(server.address, cookie))) failures++
    }
  } finally {
    const gone = once(server.process, 'exit')
    server.process.kill('SIGTERM')
    await gone
  }
} finally {
  rmSync(home, { recursive: true, force: true })
}
console.log(failures === 0 ? '\nschemathesis found nothing' : `\nschemathesis: ${failures} failed`)
process.exit(failures === 0 ? 0 : 1)

/** Why it cannot be had; undefined when it is there. */
function install(): string | undefined {
  if (existsSync(program)) return undefined
  const made = spawnSync('python3', ['-m', 'venv', venv])
  if (made.status !== 0) return 'no Python with venv'
  const pip = path.join(venv, 'bin', 'pip')
  const got = spawnSync(pip, ['install', '--quiet', `schemathesis==${version}`])
  return got.status === 0 ? undefined : 'no package registry'
}

async function serve() {
  const betang = (...words: string[]) =>
    promisify(execFile)(process.execPath, [launcher, ...words], { env })
  const [lists, data] = [path.join(home, 'lists'), path.join(home, 'data')]
  await betang('sample', '--persons', '600', '--seed', '11', '--out', lists)
  await betang('run', lists, '--out', path.join(home, 'results'), '--data', data)
  const port = await freePort()
  const words = ['--lang', 'en', 'serve', '--data', data, '--port', String(port)]
  const child = spawn(process.execPath, [launcher, ...words], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      said += chunk
      if (said.includes('Ctrl C')) resolve()
    })
    child.on('exit', (code) => reject(new Error(`betang serve ended with ${code}`)))
  })
  const find = (label: string) => new RegExp(`${label}: (\\S+)`).exec(said)?.[1] ?? ''
  const first = { userName: find('User name'), password: find('Password') }
  return { process: child, address: `http://127.0.0.1:${port}`, first }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}

/** Opens a session under a role, and returns its cookie. */
async function signInAs(
  address: string,
  first: { readonly userName: string; readonly password: string },
  role: string,
): Promise<string> {
  const call = async (method: string, url: string, cookie: string, body?: object) => {
    const answer = await fetch(`${address}/api/v1${url}`, {
      method,
      // The session before may have been minutes ago.
      headers: { cookie, connection: 'close', ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    })
    const set = answer.headers.getSetCookie().find((line) => line.startsWith('betang='))
    return { answer, cookie: set?.split(';')[0] ?? cookie }
  }
  const { userName } = first
  let session = await call('POST', '/session', '', { userName, password })
  if (!session.answer.ok) {
    session = await call('POST', '/session', '', first)
    const change = { present: first.password, next: password }
    session = await call('POST', '/password', session.cookie, change)
  }
  const { answer } = await call('GET', '/grants', session.cookie)
  const Grants = z.object({ grants: z.array(z.object({ grantId: z.string(), role: z.string() })) })
  const { grants } = Grants.parse(await answer.json())
  const grantId = grants.find((grant) => grant.role === role)?.grantId ?? ''
  await call('PUT', '/grants/in-use', session.cookie, { grantId })
  return session.cookie
}

/** Whether it found nothing. */
async function run(address: string, cookie: string | undefined): Promise<boolean> {
  const words = [
    'run',
    `${address}/api/openapi.json`,
    ...['--checks', checks.join(','), '--max-examples', requests, '--seed', '20260701'],
    ...['--max-response-time', '5', '--request-timeout', '20', '--rate-limit', '550/m'],
    ...['--phases', 'examples,coverage,fuzzing', '--workers', '1', '--continue-on-failure'],
    ...['--suppress-health-check', 'all', '--warnings', 'off'],
    ...leftOut.flatMap((id) => ['--exclude-operation-id', id]),
    ...(cookie === undefined ? [] : ['--header', `Cookie: ${cookie}`]),
  ]
  const [status] = await once(spawn(program, words, { stdio: 'inherit', cwd: tmpdir() }), 'exit')
  return status === 0
}
