import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#platform/db'
import type { ProgrammeSummary } from '#programme/schema'

const EvidenceFacts = z.array(
  z.object({
    fact: z.string(),
    value: z.string(),
    ref: z.object({ file: z.string(), sheet: z.string(), row: z.number() }).exactOptional(),
    seenOn: z.string().exactOptional(),
  }),
)
const Points = z.array(z.object({ reason: z.string(), points: z.number() }))
const Outcomes = z.array(
  z.object({
    conditionId: z.string(),
    result: z.boolean().nullable(),
    facts: z.array(
      z.object({
        field: z.string(),
        value: z.string().nullable(),
        ref: z.object({ file: z.string(), sheet: z.string(), row: z.number() }).optional(),
      }),
    ),
  }),
)

/** Everything that the store says about one family, as rows. */
export type FamilyRecords = Awaited<ReturnType<typeof loadFamily>>

/** The family itself; undefined where there is none, or none that the viewer of `db` may see. */
export async function findFamilyRow(db: Db, familyId: string) {
  return db.selectFrom('family').selectAll().where('family_id', '=', familyId).executeTakeFirst()
}

type FamilyRow = NonNullable<Awaited<ReturnType<typeof findFamilyRow>>>

/** A family with all that hangs on it, asked together. */
export async function loadFamily(db: Db, family: FamilyRow) {
  const { family_id: familyId } = family
  const [persons, needs, received, decisions, questions, profile, promised, rows, origins] =
    await Promise.all([
      loadPersons(db, familyId),
      loadNeeds(db, familyId),
      loadReceived(db, familyId),
      loadDecisions(db, familyId),
      loadQuestions(db, familyId),
      db
        .selectFrom('family_profile')
        .select('lacks')
        .where('family_id', '=', familyId)
        .executeTakeFirst(),
      loadPromised(db, familyId),
      loadRows(db, familyId),
      loadOrigins(db, familyId),
    ])
  const lacks = profile?.lacks ?? {}
  return { family, persons, needs, received, decisions, questions, lacks, promised, rows, origins }
}

async function loadPersons(db: Db, familyId: string) {
  return db
    .selectFrom('person')
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.person_id', '=', 'person.person_id')
        .on('membership.family_id', '=', familyId),
    )
    .selectAll('person')
    .select('membership.relation')
    .orderBy('person.person_id')
    .execute()
}

async function loadReceived(db: Db, familyId: string) {
  return db
    .selectFrom('received')
    .selectAll()
    .where('family_id', '=', familyId)
    .orderBy('received_on', (order) => order.desc().nullsLast())
    .orderBy('row_no')
    .orderBy('indicator')
    .orderBy('programme')
    .execute()
}

async function loadDecisions(db: Db, familyId: string) {
  const rows = await db
    .selectFrom('decision')
    .selectAll()
    .where('family_id', '=', familyId)
    .orderBy('programme')
    .orderBy('person_id')
    .execute()
  return rows.map((row) => ({ ...row, outcomes: Outcomes.parse(row.outcomes) }))
}

async function loadQuestions(db: Db, familyId: string) {
  return db
    .selectFrom('question')
    .selectAll()
    .where('family_id', '=', familyId)
    .orderBy('indicator')
    .orderBy('fact')
    .orderBy('person_id')
    .execute()
}

async function loadNeeds(db: Db, familyId: string) {
  const rows = await db
    .selectFrom('need')
    .selectAll()
    .where('family_id', '=', familyId)
    .orderBy('score', 'desc')
    .orderBy('need_id')
    .execute()
  return rows.map((row) => ({
    ...row,
    evidence: EvidenceFacts.parse(row.evidence),
    points: Points.parse(row.points),
  }))
}

/** What the present plan reserves for the family: a proposal, not yet a promise. */
async function loadPromised(db: Db, familyId: string) {
  const { rows } = await sql<{
    need_id: string
    indicator: string
    sector: string
    person_id: string | null
    provider: string
    what: string
    amount_rp: number
    reason: string
    reason_en: string
    planned_on: string
  }>`
    select a.need_id, n.indicator, n.sector, n.person_id, o.provider, o.what, a.amount_rp,
      a.reason, a.reason_en, (select max(planned_on) from allocation_plan) as planned_on
    from allocation_line a
    join need n using (need_id)
    join offer o using (offer_id)
    where n.family_id = ${familyId} order by n.score desc, a.need_id`.execute(db)
  return rows
}

/** The rows of lists in which the family or a member stands. */
async function loadRows(db: Db, familyId: string) {
  return db
    .selectFrom('import_row')
    .innerJoin('list_sheet', 'list_sheet.sheet_no', 'import_row.sheet_no')
    .leftJoin('person', 'person.person_id', 'import_row.person_id')
    .select([
      'import_row.row_no',
      'import_row.row',
      'import_row.fields',
      'list_sheet.file',
      'list_sheet.sheet',
      'list_sheet.title',
      'person.name as person_name',
    ])
    .where('import_row.family_id', '=', familyId)
    .orderBy('import_row.row_no')
    .execute()
}

/** Where the values of the family and of its members come from. */
async function loadOrigins(db: Db, familyId: string) {
  const { rows } = await sql<{
    subject_id: string
    field: string
    row_no: number
    other_row_nos: readonly number[]
  }>`
    select subject_id, field, row_no, other_row_nos from value_origin
    where subject_id in (
      select ${familyId}::text union all
      select person_id from membership where family_id = ${familyId})
    order by subject_id, field`.execute(db)
  return rows
}

/** The catalogue as it stood at the last run. */
export async function loadProgrammeSummaries(db: Db): Promise<readonly ProgrammeSummary[]> {
  const row = await db
    .selectFrom('run_state')
    .select('value')
    .where('key', '=', 'programmes')
    .executeTakeFirst()
  const summaries = row ? ProgrammeSummaries.parse(row.value) : []
  return summaries.map((summary) => ({
    ...summary,
    decidedByEn: summary.decidedByEn ?? summary.decidedBy,
  }))
}

const ProgrammeSummaries = z.array(
  z.object({
    code: z.string(),
    nameId: z.string(),
    nameEn: z.string(),
    sector: z.string(),
    unit: z.enum(['person', 'family', 'house']),
    decidedBy: z.string(),
    // as paidEvery below
    decidedByEn: z.string().optional(),
    source: z.string(),
    validFrom: z.string(),
    // a catalogue may have been stored without it
    paidEvery: z.enum(['month', 'quarter', 'year']).nullable().default(null),
  }),
)
