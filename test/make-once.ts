import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const longestWaitMs = 110_000

/**
 * What `make` said, called by the first worker that asks for `name`; all others wait for it.
 *
 * @throws Error when making it failed, in each worker that asks for it.
 */
export async function makeOnce(
  home: string,
  name: string,
  make: () => Promise<string>,
): Promise<string> {
  const made = path.join(home, `${name}.made`)
  const fault = path.join(home, `${name}.fault`)
  try {
    mkdirSync(path.join(home, `${name}.making`))
  } catch {
    return waitFor(name, made, fault)
  }
  try {
    const text = await make()
    writeWhole(made, text)
    return text
  } catch (error) {
    writeWhole(fault, String(error))
    throw error
  }
}

async function waitFor(name: string, made: string, fault: string): Promise<string> {
  for (let waitedMs = 0; waitedMs < longestWaitMs; waitedMs += 50) {
    if (existsSync(made)) return readFileSync(made, 'utf8')
    if (existsSync(fault)) {
      throw new Error(`another worker could not make ${name}: ${readFileSync(fault, 'utf8')}`)
    }
    await sleep(50)
  }
  throw new Error(`another worker did not make ${name} in time`)
}

/** Nobody may read half of it. */
function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.part`, text)
  renameSync(`${file}.part`, file)
}
