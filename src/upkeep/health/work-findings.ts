import type { Undelivered } from '#exchange'
import type { JobCounts } from '#platform/count-jobs'
import type { Finding } from '../finding.ts'

/** Failures before it are the past. */
export const failureDays = 7
const minuteMs = 60_000
const waitMsMost = 15 * minuteMs
const messageMsMost = 60 * minuteMs

/** Reading of the lists and whatever else runs in the background. */
export function jobsFinding(counts: JobCounts, now: Date): Finding {
  const { waiting, running, failed, waitingSince, stillFailed } = counts
  const meaning = {
    id: `Pekerjaan latar: ${running} berjalan, ${waiting} menunggu, ${failed} gagal dalam ${failureDays} hari`,
    en: `Work in the background: ${running} running, ${waiting} waiting, ${failed} failed in ${failureDays} days`,
  }
  if (stillFailed.length > 0) {
    return {
      code: 'jobs-failed',
      group: 'work',
      state: 'look',
      meaning,
      about: stillFailed.map(({ kind, errorCode }) => `${kind}: ${errorCode}`),
      remedy: {
        id: 'Yang terakhir gagal: baca kodenya di docs/generated/errors.md, perbaiki sebabnya, lalu jalankan lagi',
        en: 'The last one failed: read its code in docs/generated/errors.md, mend the cause, then run it again',
      },
    }
  }
  if (isLate(waitingSince, now, waitMsMost)) {
    return {
      code: 'jobs-waiting',
      group: 'work',
      state: 'look',
      meaning,
      remedy: {
        id: 'Ada yang menunggu lebih dari 15 menit: mulai ulang Betang, pekerjaan itu diambil lagi',
        en: 'One waits for more than 15 minutes: start Betang anew, it takes the work up again',
      },
    }
  }
  return { code: 'jobs', group: 'work', state: 'good', meaning }
}

/** Messages to other systems. */
export function messagesFinding(counts: Undelivered, now: Date): Finding {
  const { waiting, waitingSince, failed } = counts
  const meaning = {
    id: `Pesan ke sistem lain: ${waiting} menunggu, ${failed} tidak sampai dalam ${failureDays} hari`,
    en: `Messages to other systems: ${waiting} waiting, ${failed} undelivered in ${failureDays} days`,
  }
  if (failed === 0 && !isLate(waitingSince, now, messageMsMost)) {
    return { code: 'messages', group: 'work', state: 'good', meaning }
  }
  return {
    code: 'messages-undelivered',
    group: 'work',
    state: 'look',
    meaning,
    remedy: {
      id: 'Tanyakan kepada pengelola sistem itu apakah alamatnya masih menjawab',
      en: 'Ask who keeps that system whether its address still answers',
    },
  }
}

function isLate(since: string | null, now: Date, most: number): boolean {
  return since !== null && now.getTime() - Date.parse(since) > most
}
