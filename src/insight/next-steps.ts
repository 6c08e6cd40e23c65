import type { FamilyGrid } from './family-grid.ts'
import { type FamilyPage, sectors } from './schema.ts'

type NextStep = FamilyPage['nextSteps'][number]

const mostSteps = 3

/** At most three things to do: what is reserved, what can be asked for, the question that settles most. */
export function nextSteps(grid: FamilyGrid, questions: FamilyPage['questions']): NextStep[] {
  const entries = sectors.flatMap((sector) => grid[sector])
  const offers = entries
    .filter(({ state }) => state === 'promised')
    .map((entry): NextStep => ({ ...texts(entry), kind: 'offer' }))
  const claims = entries
    .filter(({ state }) => state === 'can-get')
    .map(
      (entry): NextStep => ({
        kind: 'apply',
        textId: `Ajukan ${entry.textId}`,
        textEn: `Apply for ${entry.textEn}`,
        noteId: entry.noteId,
        noteEn: entry.noteEn,
      }),
    )
  const [question] = questions
  const ask: NextStep[] = question
    ? [
        {
          kind: 'ask',
          textId: `Tanyakan: “${question.textId}”`,
          textEn: `Ask: “${question.textEn}”`,
          noteId: `Menjawab ${question.settles} keputusan`,
          noteEn: `Settles ${question.settles} ${question.settles === 1 ? 'decision' : 'decisions'}`,
        },
      ]
    : []
  return [
    ...offers.slice(0, 1),
    ...claims.slice(0, mostSteps - offers.slice(0, 1).length - ask.length),
    ...ask,
  ]
}

function texts({ textId, textEn, noteId, noteEn }: FamilyGrid['basic'][number]) {
  return { textId, textEn, noteId, noteEn }
}
