import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '#platform/db'
import { withKeptPlans } from '#platform/kept-plans'
import type { Secrets } from '#platform/secrets'
import { type IndexSearch, makeIndexSearch } from './index-search.ts'
import { buildIndex } from './index-thread.ts'
import { readRegister, readStamp } from './read-register.ts'

/** The search of one store. */
export interface RegisterSearch extends Pick<IndexSearch, 'find'> {
  /**
   * Makes the index anew where the register has changed; call it before each question, outside the
   * asker's transaction. Only the first index is waited for to the end: while a larger one is made,
   * questions are answered from the one before.
   *
   * @throws what the store throws, when reading it failed.
   */
  readonly refresh: () => Promise<void>
}

/** Up to so many persons an index is made within moments, and those are waited for. */
const smallRegister = 20_000
const patienceMs = 1000

/** @param whole the store itself, for the index alone: what is found is for the asker's view. */
export function makeRegisterSearch(whole: Db, secrets: Secrets): RegisterSearch {
  const kept = withKeptPlans(whole)
  let present: { readonly stamp: string; readonly search: IndexSearch } | undefined
  let building: Promise<void> | undefined
  /** The last build failed, with nobody waiting to be told. */
  let hasFailed = false

  async function build(stamp: string): Promise<void> {
    const index = await buildIndex(readRegister(whole))
    present = { stamp, search: makeIndexSearch(index, secrets.hmacsOf) }
  }

  function startBuilding(stamp: string): Promise<void> {
    const started = build(stamp)
      .then(() => {
        hasFailed = false
      })
      .finally(() => {
        building = undefined
      })
    started.catch(() => {
      hasFailed = true
    })
    return started
  }

  return {
    async refresh() {
      const stamp = await readStamp(kept)
      if (present?.stamp === stamp) return
      building ??= startBuilding(stamp)
      if (!present || hasFailed) return building
      if (present.search.personCount <= smallRegister) await atMost(building, patienceMs)
    },
    find: (text, asker) => present?.search.find(text, asker) ?? [],
  }
}

/** Waits for work, but no longer than so many milliseconds. */
async function atMost(work: Promise<void>, ms: number): Promise<void> {
  const timer = new AbortController()
  const timeUp = sleep(ms, undefined, { signal: timer.signal }).catch(() => {})
  try {
    await Promise.race([work, timeUp])
  } finally {
    timer.abort()
  }
}
