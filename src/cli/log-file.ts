import { existsSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { pino } from 'pino'
import { type Log, makeLog } from '#platform/log'
import { makeFolder } from '#platform/make-folder'
import type { Store } from '#platform/open-store'

const largestBytes = 10_000_000

/** The log of a server: beside the data of an office, on stderr where a server collects it. */
export function openServerLog(store: Store): Log {
  if (store.kind === 'server') return makeLog(process.stderr)
  const folder = path.join(store.place, 'logs')
  const file = path.join(folder, 'betang.log')
  makeFolder(folder)
  if (existsSync(file) && statSync(file).size > largestBytes) {
    renameSync(file, path.join(folder, 'betang.old.log'))
  }
  return makeLog(pino.destination({ dest: file, sync: true, mode: 0o600 }))
}
