import type { Db } from '#platform/db'
import { insertMany, inTransaction } from '#platform/db'
import type { Assessment } from './schema.ts'

/** Replaces needs, questions and profiles with those of one assessment. */
export async function saveAssessment(db: Db, assessment: Assessment): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.deleteFrom('need').execute()
    await tx.deleteFrom('question').execute()
    await tx.deleteFrom('family_profile').execute()
    await insertMany(
      tx,
      'need',
      [
        'need_id',
        'family_id',
        'person_id',
        'ward',
        'sector',
        'indicator',
        'severity',
        'score',
        'since',
        'facts',
        'evidence',
        'points',
      ],
      assessment.needs.map((need) => ({
        need_id: need.needId,
        family_id: need.familyId,
        person_id: need.personId ?? null,
        ward: need.ward ?? null,
        sector: need.sector,
        indicator: need.indicator,
        severity: need.severity,
        score: need.score,
        since: need.since ?? null,
        facts: { ...need.facts },
        evidence: need.evidence.map((fact) => ({ ...fact })),
        points: need.points.map((line) => ({ ...line })),
      })),
    )
    const questions = new Map(
      assessment.questions.map((question) => [
        `${question.familyId} ${question.personId ?? ''} ${question.indicator} ${question.fact}`,
        question,
      ]),
    )
    await insertMany(
      tx,
      'question',
      ['family_id', 'person_id', 'indicator', 'fact'],
      [...questions.values()].map(({ familyId, personId, indicator, fact }) => ({
        family_id: familyId,
        person_id: personId ?? '',
        indicator,
        fact,
      })),
    )
    await insertMany(
      tx,
      'family_profile',
      ['family_id', 'lacks'],
      assessment.profiles.map(({ familyId, lacks }) => ({ family_id: familyId, lacks })),
    )
  })
}
