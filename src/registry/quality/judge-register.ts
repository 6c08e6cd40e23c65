import { z } from 'zod'
import { openBatch } from '#platform/duckdb'
import { type JudgedRegister, loadInputTables } from './input-tables.ts'
import { qualitySteps } from './steps/quality-steps.ts'

const PersonQuality = z.object({
  person_id: z.string(),
  family_id: z.string(),
  ward: z.string().nullable(),
  offices: z.array(z.string()),
  is_unique: z.boolean().nullable(),
  is_in_one_family: z.boolean().nullable(),
  missing: z.array(z.string()),
})

const QualityFinding = z.object({
  code: z.string(),
  family_id: z.string(),
  person_id: z.string(),
  ward: z.string().nullable(),
  offices: z.array(z.string()),
})

/** How sound the records of a register are, as it is stored. */
export interface RegisterQuality {
  readonly persons: readonly z.infer<typeof PersonQuality>[]
  readonly findings: readonly z.infer<typeof QualityFinding>[]
}

/** A person with the lists is a line of a few words. One thread is as fast as two. */
const limits = { memoryMb: 768, threads: 1 }

/** What each record keeps of the criteria that lists can tell, and what is to be put right in it. */
export async function judgeRegister(judged: JudgedRegister): Promise<RegisterQuality> {
  const batch = await openBatch(limits)
  try {
    await loadInputTables(batch, judged)
    await batch.run(qualitySteps)
    return {
      persons: z
        .array(PersonQuality)
        .parse(await batch.read('from person_quality order by person_id')),
      findings: z
        .array(QualityFinding)
        .parse(await batch.read('from quality_finding order by code, family_id, person_id')),
    }
  } finally {
    batch.close()
  }
}
