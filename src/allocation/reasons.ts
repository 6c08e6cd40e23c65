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

/** Why this need is served and by whom, as it can be read out to the family. */
export function servedReason(story: ServedStory): { readonly id: string; readonly en: string } {
  const { offer, score, choices, cutoff, isLocked, isPromised } = story
  const giver = offer.what === '' ? offer.provider : `${offer.provider}: ${offer.what}`
  if (isLocked) {
    return {
      id: `Dilayani oleh ${giver}, karena bantuan ini sudah dikunci lebih dulu.`,
      en: `Served by ${giver}, because this help was locked in before.`,
    }
  }
  const points = String(score)
  return {
    id: [
      `Dilayani oleh ${giver}, karena ${
        choices === 1
          ? 'hanya penawaran ini yang cocok'
          : `satu dari ${choices} penawaran yang cocok, dipilih agar paling banyak kebutuhan terlayani`
      }.`,
      `Nilai kebutuhan ${withComma(points)}.`,
      cutoff === undefined
        ? 'Masih ada tempat pada penawaran ini.'
        : `Tempat terakhir pada nilai ${withComma(String(cutoff))}.`,
      ...(isPromised ? ['Janji sebelumnya ditepati.'] : []),
    ].join(' '),
    en: [
      `Served by ${giver}, because ${
        choices === 1
          ? 'no other offer fits'
          : `it is one of ${choices} offers that fit, chosen so that most needs are served`
      }.`,
      `Need score ${points}.`,
      cutoff === undefined
        ? 'This offer still has room.'
        : `The last place went to the score ${cutoff}.`,
      ...(isPromised ? ['An earlier promise is kept.'] : []),
    ].join(' '),
  }
}

function withComma(score: string): string {
  return score.replace('.', ',')
}
