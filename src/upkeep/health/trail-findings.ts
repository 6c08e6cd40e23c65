import type { Anchor, SealLag } from '#access'
import { sayMoment } from '#platform/words'
import type { Finding } from '../finding.ts'

const minuteMs = 60_000
/** The sealer works within a second; a minute is no delay any more, an hour is no sealer. */
const lookMs = minuteMs
const graveMs = 60 * minuteMs

/** Whether events get into the chain as they happen. */
export function sealingFinding({ waiting, oldestAt, sealed }: SealLag, now: Date): Finding {
  const lagMs = oldestAt === null ? 0 : now.getTime() - Date.parse(oldestAt)
  if (lagMs < lookMs) {
    return {
      code: 'sealing',
      group: 'trail',
      state: 'good',
      meaning: {
        id: `Jejak akses tersegel: ${sealed} kejadian dalam rantai, ${waiting} menunggu`,
        en: `The access trail is sealed: ${sealed} events in the chain, ${waiting} waiting`,
      },
    }
  }
  const minutes = Math.round(lagMs / minuteMs)
  return {
    code: 'sealing-late',
    group: 'trail',
    state: lagMs < graveMs ? 'look' : 'grave',
    meaning: {
      id: `${waiting} kejadian menunggu segel, yang tertua sejak ${minutes} menit`,
      en: `${waiting} events wait to be sealed, the oldest for ${minutes} minutes`,
    },
    remedy: {
      id: 'Lihat catatan server (sealing failed), mulai ulang Betang, lalu jalankan: betang audit verify',
      en: 'Look into the log of the server (sealing failed), start Betang anew, then run: betang audit verify',
    },
  }
}

/** The latest anchor; nothing where there is none, which `anchor-old` tells once it matters. */
export function anchorFinding(anchor: Anchor | undefined): Finding {
  const at = anchor && sayMoment(anchor.madeAt)
  return {
    code: 'anchor',
    group: 'trail',
    state: 'good',
    meaning: at
      ? { id: `Jangkar terakhir: ${at.id}`, en: `Last anchor: ${at.en}` }
      : {
          id: 'Belum ada jangkar; dibuat sekali sehari',
          en: 'No anchor yet; one is made each day',
        },
  }
}
