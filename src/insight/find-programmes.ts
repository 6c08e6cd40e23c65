import { sql } from 'kysely'
import { questionText } from '#assessment'
import type { Db } from '#platform/db'
import { loadProgrammeSummaries } from './load-family.ts'
import type { ProgrammeCard, QuestionLine } from './schema.ts'

/** Each programme with how many units it could, could not, or cannot yet be told to reach. */
export async function findProgrammeCards(db: Db): Promise<ProgrammeCard[]> {
  const summaries = await loadProgrammeSummaries(db)
  const { rows } = await sql<{
    programme: string
    eligible: number
    unknown: number
    ineligible: number
    receiving: number
  }>`
    select programme,
      (count(*) filter (where result = 'eligible'))::integer as eligible,
      (count(*) filter (where result = 'unknown'))::integer as unknown,
      (count(*) filter (where result = 'ineligible'))::integer as ineligible,
      (count(*) filter (where is_receiving))::integer as receiving
    from decision group by programme`.execute(db)
  const counts = new Map(rows.map((row) => [row.programme, row]))
  return summaries.map((summary) => {
    const count = counts.get(summary.code)
    return {
      ...summary,
      eligible: count?.eligible ?? 0,
      unknown: count?.unknown ?? 0,
      ineligible: count?.ineligible ?? 0,
      receiving: count?.receiving ?? 0,
    }
  })
}

/** Unknown facts, the one that most families wait for first. */
export async function findQuestionLines(db: Db): Promise<QuestionLine[]> {
  const { rows } = await sql<{ fact: string; families: number; decisions: number }>`
    select fact, count(distinct family_id)::integer as families, count(*)::integer as decisions
    from question group by fact order by families desc, fact`.execute(db)
  return rows.map(({ fact, families, decisions }) => {
    const text = questionText(fact, null)
    return { fact, textId: text.id, textEn: text.en, families, decisions }
  })
}
