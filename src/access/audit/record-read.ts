import { type Db, insertMany } from '#platform/db'

/** A look at persons or families, one line each; `subjectId` is the public key, never a NIK. */
export interface Read {
  readonly accountId: string
  /** `read`, `search`, `export`. */
  readonly action: string
  readonly subjectKind: 'person' | 'family'
  readonly subjectIds: readonly string[]
}

/** Notes who looked at whom. Call it before the answer leaves. */
export async function recordRead(db: Db, read: Read): Promise<void> {
  await insertMany(
    db,
    'audit_event',
    ['account_id', 'action', 'subject_kind', 'subject_id'],
    read.subjectIds.map((subjectId) => ({
      account_id: read.accountId,
      action: read.action,
      subject_kind: read.subjectKind,
      subject_id: subjectId,
    })),
  )
}
