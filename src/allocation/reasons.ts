import type { Offer } from '#partner/schema'

export interface ServedStory {
  readonly offer: Offer
  readonly score: number
  /** Offers that may serve the need. */
  readonly choices: number
  /** Score of the last place given away, where the offer is full. */
  readonly cutoff: number | undefined
  readonly isLocked: boolean
  readonly isPromised: boolean
}

/** Why this need is served and by whom, as it can be read out to the family. Indonesian. */
export function servedReason(story: ServedStory): string {
  const { offer, score, choices, cutoff, isLocked, isPromised } = story
  const giver = offer.what === '' ? offer.provider : `${offer.provider}: ${offer.what}`
  if (isLocked) return `Dilayani oleh ${giver}, karena bantuan ini sudah dikunci lebih dulu.`
  const why =
    choices === 1
      ? 'hanya penawaran ini yang cocok'
      : `satu dari ${choices} penawaran yang cocok, dipilih agar paling banyak kebutuhan terlayani`
  const place =
    cutoff === undefined
      ? 'Masih ada tempat pada penawaran ini.'
      : `Tempat terakhir pada nilai ${formatScore(cutoff)}.`
  const kept = isPromised ? ' Janji sebelumnya ditepati.' : ''
  return `Dilayani oleh ${giver}, karena ${why}. Nilai kebutuhan ${formatScore(score)}. ${place}${kept}`
}

function formatScore(score: number): string {
  return String(score).replace('.', ',')
}
