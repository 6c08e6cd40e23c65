import type { Drill } from '#platform/backup/drills'
import { sayMoment } from '#platform/words'
import type { Finding } from '../finding.ts'
import { type BackupFacts, backupWeaknesses } from '../weaknesses/backup-weaknesses.ts'

export interface BackupState extends BackupFacts {
  readonly lastCopyAt: string | null
  readonly drill: Drill | undefined
  /** Daily copies are made here. */
  readonly keepsCopies: boolean
}

const dayMs = 24 * 60 * 60_000
const copyDaysMost = 2
/** A quarter: whoever restores once a quarter still knows how. */
const drillDaysMost = 92

export function backupFindings(state: BackupState, now: Date): Finding[] {
  const isMissed = backupWeaknesses(state, now)
  return [
    ...(isMissed.length > 0 ? isMissed : [backupFinding(state)]),
    ...(state.keepsCopies ? [copyFinding(state, now)] : []),
    drillFinding(state, now),
  ]
}

function backupFinding({ lastBackupAt }: BackupState): Finding {
  if (lastBackupAt === null) {
    return {
      code: 'backup-none',
      group: 'backup',
      state: 'look',
      meaning: {
        id: 'Belum ada cadangan yang tahan bila komputer ini hilang; penyimpanannya masih baru',
        en: 'No backup yet that survives the loss of this machine; the store is young',
      },
      remedy: {
        id: 'Jalankan "betang backup" ke disk lain dalam minggu pertama',
        en: 'Run "betang backup" to another disk within the first week',
      },
    }
  }
  const at = sayMoment(lastBackupAt)
  return {
    code: 'backup',
    group: 'backup',
    state: 'good',
    meaning: { id: `Cadangan terakhir: ${at.id}`, en: `Last backup: ${at.en}` },
  }
}

function copyFinding({ lastBackupAt, lastCopyAt, storeSince }: BackupState, now: Date): Finding {
  const last = [lastBackupAt, lastCopyAt]
    .flatMap((at) => at ?? [])
    .toSorted()
    .at(-1)
  const isOld = now.getTime() - Date.parse(last ?? storeSince) > copyDaysMost * dayMs
  const at = last === undefined ? { id: 'belum pernah', en: 'never' } : sayMoment(last)
  const meaning = { id: `Salinan harian terakhir: ${at.id}`, en: `Last daily copy: ${at.en}` }
  if (!isOld) return { code: 'copy', group: 'backup', state: 'good', meaning }
  return {
    code: 'copy-old',
    group: 'backup',
    state: 'look',
    meaning,
    remedy: {
      id: 'Lihat catatan server (backup failed): mungkin disknya penuh atau foldernya tidak bisa ditulis',
      en: 'Look into the log of the server (backup failed): the disk may be full or its folder not writable',
    },
  }
}

function drillFinding({ drill }: BackupState, now: Date): Finding {
  const remedy = {
    id: 'Jalankan "betang restore --drill BERKAS" di komputer ini: cadangan dipulihkan ke tempat sementara, diperiksa, lalu dihapus',
    en: 'Run "betang restore --drill FILE" on this machine: the backup is restored to a temporary place, checked and removed',
  }
  if (!drill) {
    return {
      code: 'drill-none',
      group: 'backup',
      state: 'look',
      meaning: {
        id: 'Di komputer ini cadangan belum pernah dicoba pulihkan',
        en: 'No backup was ever restored for trial on this machine',
      },
      remedy,
    }
  }
  const [at, of] = [sayMoment(drill.at), sayMoment(drill.backupMadeAt)]
  if (!drill.isGood) {
    return {
      code: 'drill-failed',
      group: 'backup',
      state: 'grave',
      meaning: {
        id: `Latihan pemulihan ${at.id} gagal: cadangan dari ${of.id} tidak utuh`,
        en: `The restore drill of ${at.en} failed: the backup of ${of.en} is not whole`,
      },
      remedy: {
        id: 'Buat cadangan lain, coba lagi, dan jangan hapus cadangan yang lama',
        en: 'Make another backup, try again, and remove none of the old ones',
      },
    }
  }
  const meaning = {
    id: `Latihan pemulihan terakhir: ${at.id}, berhasil, dari cadangan ${of.id}`,
    en: `Last restore drill: ${at.en}, passed, from the backup of ${of.en}`,
  }
  const isOld = now.getTime() - Date.parse(drill.at) > drillDaysMost * dayMs
  return isOld
    ? { code: 'drill-old', group: 'backup', state: 'look', meaning, remedy }
    : { code: 'drill', group: 'backup', state: 'good', meaning }
}
