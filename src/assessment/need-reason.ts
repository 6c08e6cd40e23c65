import { factText } from './evidence-text.ts'
import { points } from './points.ts'
import type { Need } from './schema.ts'
import { indicatorNames, type Words } from './words.ts'

const pointWords: Readonly<Record<string, Words>> = points

/**
 * Why there is a need and why it weighs what it weighs: each fact with its list, row and day, then
 * the points of the score. A point that the reader may not see is not among them, so they are not
 * said to be all.
 */
export function needReason(need: Pick<Need, 'indicator' | 'evidence' | 'points' | 'score'>): Words {
  const name = indicatorNames[need.indicator]
  const facts = need.evidence.map(factText)
  const lines = need.points.map(({ reason, points: count }) => {
    const words = pointWords[reason] ?? { id: reason, en: reason }
    return { id: `${words.id} ${count}`, en: `${words.en} ${count}` }
  })
  return {
    id: `${sentence(
      name.id,
      facts.map(({ id }) => id),
    )} ${sentence(
      `Nilai kebutuhan ${need.score}, dari`,
      lines.map(({ id }) => id),
    )}`,
    en: `${sentence(
      name.en,
      facts.map(({ en }) => en),
    )} ${sentence(
      `Need score ${need.score}, from`,
      lines.map(({ en }) => en),
    )}`,
  }
}

function sentence(subject: string, parts: readonly string[]): string {
  return `${[subject, parts.join('; ')].filter((part) => part !== '').join(': ')}.`
}
