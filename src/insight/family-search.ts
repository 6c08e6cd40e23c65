import { can } from '#access'
import type { Db } from '#platform/db'
import type { Viewer } from '#platform/scoped-db'
import type { Secrets } from '#platform/secrets'
import { type FoundFamily, makeRegisterSearch } from '#registry'
import type { FamilyFilter } from './schema.ts'

/** Families that words find at most; more where a filter will take some of them out. */
const mostFound = 200
const mostBeforeFilter = 2000

/** What a search by words or number found. */
export interface FoundFamilies {
  /** Best first. */
  readonly families: readonly FoundFamily[]
  /** It stopped at its limit: there may be more, less near. */
  readonly isCut: boolean
}

/** What is asked: words with the filter that narrows them. */
export type AskedFamilies = Omit<FamilyFilter, 'sort' | 'cursor'>

/** The search of one store; `refresh` before each question, outside the asker's transaction. */
export interface FamilySearch {
  /** Makes the index anew where a run or a new day has made it old. */
  readonly refresh: () => Promise<void>
  /** Families that words or a number point to, of those that the asker may see; undefined without words. */
  readonly find: (asked: AskedFamilies, viewer: Viewer) => FoundFamilies | undefined
}

/**
 * A search over one store. The index holds the whole city; each question passes over whom its asker
 * may not see, and what it finds is read through the asker's view.
 *
 * @param whole the store itself, for the index alone.
 */
export function makeFamilySearch(whole: Db, secrets: Secrets): FamilySearch {
  const search = makeRegisterSearch(whole, secrets)
  return {
    refresh: search.refresh,
    find(asked, viewer) {
      const words = asked.q.trim()
      if (words === '') return undefined
      const limit = isFiltered(asked) ? mostBeforeFilter : mostFound
      const families = search.find(words, {
        isSeen: (scope) => can(viewer, 'read-families', scope).isAllowed,
        ward: asked.ward,
        district: asked.district,
        ownRegions: viewer.regions ?? [],
        limit,
      })
      return { families, isCut: families.length === limit }
    },
  }
}

/** Whether the store will take families out of what is found. */
function isFiltered({ decile, sector, indicator, served }: AskedFamilies): boolean {
  return [decile, sector, indicator, served].some((part) => part !== undefined)
}
