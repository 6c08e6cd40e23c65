import { sql } from 'kysely'
import type { Db } from '#platform/db'
import type { Secrets } from '#platform/secrets'
import { maskId } from '../mask-id.ts'
import { englishHint } from './find-grid.ts'
import type { PlacedMend } from './mends.ts'
import type { FileCause, FileCauses, Severity } from './schema.ts'

const mostExamples = 5
/** Findings about rows that are in order as they are, if somebody says so. */
const leftAsTheyAre: ReadonlySet<string> = new Set(['row-repeated', 'nik-repeated', 'ward-is-city'])

interface CauseRow {
  readonly sheet_place: number
  readonly column_no: number | null
  readonly heading: string
  readonly code: string
  readonly severity: Severity
  readonly hint: string
  readonly rows: number
  readonly proposed: number
  readonly examples: readonly {
    readonly row: number
    readonly value: string
    readonly rows: number
  }[]
}

/** What is amiss in a file by cause, most rows first: each has one answer for all its rows. */
export async function findCauses(db: Db, secrets: Secrets, fileId: string): Promise<FileCauses> {
  const { rows } = await sql<CauseRow>`
    with by_value as (
      select sheet_place, column_no, code, severity, value, min(row) as row,
        count(distinct row)::integer as rows, min(column_heading) as heading, min(hint) as hint,
        count(distinct row) filter (where proposal_cipher is not null)::integer as proposed
      from intake_finding where file_id = ${fileId} and severity <> 'tidied'
      group by sheet_place, column_no, code, severity, value)
    select sheet_place, column_no, code, severity, min(heading) as heading, min(hint) as hint,
      sum(rows)::integer as rows, sum(proposed)::integer as proposed,
      (array_agg(jsonb_build_object('row', row, 'value', value, 'rows', rows)
        order by rows desc, row))[1:${sql.lit(mostExamples)}] as examples
    from by_value group by sheet_place, column_no, code, severity
    order by severity = 'held' desc, sum(rows) desc, sheet_place, column_no nulls first, code`.execute(
    db,
  )
  const proposals = await findExampleProposals(db, secrets, fileId, rows)
  const causes = rows.map(
    (row): FileCause => ({
      sheetPlace: row.sheet_place,
      column: row.column_no,
      heading: row.heading,
      code: row.code,
      severity: row.severity,
      rows: row.rows,
      proposed: row.proposed,
      examples: row.examples.map((example) => ({
        ...example,
        proposal: proposals.get(placeText({ ...row, row: example.row })) ?? null,
      })),
      hintId: row.hint,
      hintEn: englishHint(row.code),
      remedy:
        row.proposed > 0 ? 'take-proposals' : leftAsTheyAre.has(row.code) ? 'leave' : 'send-back',
    }),
  )
  return { causes, ...(await countExplained(db, fileId)), tidied: await findTidied(db, fileId) }
}

interface FindingPlace {
  readonly sheet_place: number
  readonly column_no: number | null
  readonly code: string
  readonly row: number
}

function placeText({ sheet_place, column_no, code, row }: FindingPlace): string {
  return `${sheet_place} ${column_no} ${code} ${row}`
}

async function findExampleProposals(
  db: Db,
  secrets: Secrets,
  fileId: string,
  causes: readonly CauseRow[],
): Promise<Map<string, string>> {
  const rows = causes.flatMap(({ examples }) => examples.map(({ row }) => row))
  if (rows.length === 0) return new Map()
  const found = await db
    .selectFrom('intake_finding')
    .select(['sheet_place', 'column_no', 'code', 'row', 'proposal_cipher'])
    .where('file_id', '=', fileId)
    .where('proposal_cipher', 'is not', null)
    .where('row', 'in', rows)
    .execute()
  return new Map(
    found.map((one) => [
      placeText(one),
      one.proposal_cipher === null ? '' : maskId(secrets.unseal(one.proposal_cipher)),
    ]),
  )
}

/** Rows that a cause explains, of those that need a look: a cause is a finding with a column or a code. */
async function countExplained(
  db: Db,
  fileId: string,
): Promise<{ readonly explained: number; readonly rows: number }> {
  const { rows } = await sql<{ explained: number; rows: number }>`
    with ranked as (
      select sheet_place, column_no, code, dense_rank() over (
        order by count(distinct row) desc, sheet_place, column_no, code) as rank
      from intake_finding where file_id = ${fileId} and severity <> 'tidied'
      group by sheet_place, column_no, code)
    select count(distinct (f.sheet_place, f.row))::integer as rows,
      count(distinct (f.sheet_place, f.row)) filter (where r.rank <= 10)::integer as explained
    from intake_finding f join ranked r on r.sheet_place = f.sheet_place
      and r.column_no is not distinct from f.column_no and r.code = f.code
    where f.file_id = ${fileId} and f.severity <> 'tidied'`.execute(db)
  return rows[0] ?? { explained: 0, rows: 0 }
}

async function findTidied(db: Db, fileId: string): Promise<FileCauses['tidied']> {
  const { rows } = await sql<{ code: string; count: number; hint: string }>`
    select code, count(*)::integer as count, min(hint) as hint from intake_finding
    where file_id = ${fileId} and severity = 'tidied' group by code
    order by count(*) desc, code`.execute(db)
  return rows.map(({ code, count, hint }) => ({
    code,
    count,
    hintId: hint,
    hintEn: englishHint(code),
  }))
}

/** The mends that a cause proposes, one a row. */
export async function findProposedMends(
  db: Db,
  secrets: Secrets,
  fileId: string,
  cause: { readonly sheetPlace: number; readonly column: number; readonly code: string },
): Promise<PlacedMend[]> {
  const rows = await db
    .selectFrom('intake_finding')
    .select(['row', 'proposal_cipher'])
    .where('file_id', '=', fileId)
    .where('sheet_place', '=', cause.sheetPlace)
    .where('column_no', '=', cause.column)
    .where('code', '=', cause.code)
    .where('proposal_cipher', 'is not', null)
    .orderBy('row')
    .execute()
  return rows.flatMap(({ row, proposal_cipher }) =>
    proposal_cipher === null
      ? []
      : [
          {
            sheetPlace: cause.sheetPlace,
            row,
            column: cause.column,
            value: secrets.unseal(proposal_cipher),
          },
        ],
  )
}
