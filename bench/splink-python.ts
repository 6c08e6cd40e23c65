import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** The Python that has a version of Splink, in a virtual environment that stays for the next run. */
export function pythonWithSplink(version: string): string {
  const venv = path.join(tmpdir(), `betang-splink-${version}`)
  const python = path.join(venv, 'bin', 'python')
  if (existsSync(path.join(venv, 'is-whole'))) return python
  execFileSync('python3', ['-m', 'venv', venv])
  const pip = path.join(venv, 'bin', 'pip')
  execFileSync(pip, ['install', '--quiet', '--pre', `splink==${version}`, 'pandas'])
  writeFileSync(path.join(venv, 'is-whole'), '')
  return python
}
