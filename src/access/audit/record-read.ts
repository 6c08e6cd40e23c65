import type { Db } from '#platform/db'
import { bySystem, recordReads } from './record-event.ts'

/** A look at persons or families, one line each; `subjectId` is the public key, never a NIK. */
export interface Read {
  readonly accountId: string
  /** `read`, `search`, `export`. */
  readonly action: string
  readonly subjectKind: 'person' | 'family'
  readonly subjectIds: readonly string[]
}

/** Notes who looked at whom. Call it before the answer leaves. */
export function recordRead(db: Db, read: Read): Promise<void> {
  return recordReads(db, { ...bySystem, role: null, ...read })
}
