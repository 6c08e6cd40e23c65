import type { Weakness } from '../finding.ts'

const dayMs = 24 * 60 * 60_000
const backupDaysMost = 7

/** When a backup was made that survives the loss of the machine. */
export interface BackupFacts {
  readonly lastBackupAt: string | null
  /** When the store was made: a week goes by before a backup is missed. */
  readonly storeSince: string
  readonly isServer: boolean
}

export function backupWeaknesses(facts: BackupFacts, now: Date): Weakness[] {
  const since = facts.lastBackupAt ?? facts.storeSince
  if (now.getTime() - Date.parse(since) <= backupDaysMost * dayMs) return []
  const last = facts.lastBackupAt?.slice(0, 10)
  return [
    {
      code: 'backup-old',
      group: 'backup',
      // A server may be backed up by means of its own, which nobody sees from here.
      state: facts.isServer ? 'look' : 'grave',
      meaning: {
        id: `Cadangan terakhir: ${last ?? 'belum pernah'}`,
        en: `Last backup: ${last ?? 'never'}`,
      },
      remedy: {
        id: 'Jalankan "betang backup" ke disk lain, lalu coba dengan "betang restore --drill"',
        en: 'Run "betang backup" to another disk, then try it with "betang restore --drill"',
      },
    },
  ]
}
