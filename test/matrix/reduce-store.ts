import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#platform/db'
import type { Viewer } from '#platform/scoped-db'

type Row = Readonly<Record<string, unknown>>
/** The rows of each table as JSON objects. */
type State = Map<string, Row[]>

/** Every table of which a viewer may see a part, those that others point to first. */
const reducedTables = [
  'list_sheet',
  'file_fault',
  'family',
  'person',
  'membership',
  'dwelling_family',
  'family_line',
  'value_origin',
  'import_row',
  'finding',
  'review_pair',
  'person_quality',
  'quality_finding',
  'received',
  'need',
  'question',
  'family_profile',
  'decision',
  'offer',
  'offer_question',
  'allocation_line',
  'unserved',
  'run_state',
  'subject_version',
  'family_past',
  'person_past',
  'row_past',
  'subject_alias',
  'dwelling_stay',
  'community_group',
  'group_change',
  'group_member_change',
  'pair_judgement',
] as const

const contextTables = ['organisation', 'organisation_alias'] as const
const specificClasses = ['health', 'disability', 'children', 'finances']

/**
 * Takes out of the store everything that `viewer` must not see, row by row and field by field, by
 * rules written here from the promises and not from the policies. Whoever sees everything in what
 * is left must get the same answers as `viewer` gets in the whole store.
 */
export async function reduceStore(db: Db, viewer: Viewer): Promise<void> {
  const whole: State = new Map()
  for (const table of [...reducedTables, ...contextTables]) {
    whole.set(table, await readTable(db, table))
  }
  const seen = seenBy(whole, viewer, await readClasses(db))
  for (const table of reducedTables.toReversed())
    await sql`delete from ${sql.table(table)}`.execute(db)
  for (const table of reducedTables) await writeTable(db, table, seen.get(table) ?? [])
}

async function readTable(db: Db, table: string): Promise<Row[]> {
  const { rows } = await sql<{
    row: Row
  }>`select to_jsonb(t) as row from ${sql.table(table)} t`.execute(db)
  return rows.map(({ row }) => row)
}

async function writeTable(db: Db, table: string, rows: readonly Row[]): Promise<void> {
  const { rows: columns } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'
    order by ordinal_position`.execute(db)
  const names = sql.join(columns.map(({ name }) => sql.ref(name)))
  await sql`
    insert into ${sql.table(table)} (${names}) overriding system value
    select ${names} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
    db,
  )
}

interface Classes {
  readonly ofField: (field: string) => string
  readonly ofIndicator: (indicator: string) => string
}

/** The class of each name that stands in the data: which class is which is tested on its own. */
async function readClasses(db: Db): Promise<Classes> {
  const { rows } = await sql<{ name: string; class: string }>`
    select name, field_class(name) as class from (
      select jsonb_object_keys(detail) as name from person
      union select jsonb_object_keys(detail) from family
      union select jsonb_object_keys(fields) from import_row
      union select jsonb_object_keys(facts) from need
      union select item ->> 'fact' from need, jsonb_array_elements(evidence) as e (item)
      union select item ->> 'reason' from need, jsonb_array_elements(points) as p (item)
      union select field from value_origin
      union select jsonb_object_keys(detail) from person_past
      union select jsonb_object_keys(detail) from family_past
      union select jsonb_object_keys(fields) from row_past
      union select origin ->> 'field' from person_past, jsonb_array_elements(origins) as o (origin)
      union select origin ->> 'field' from family_past, jsonb_array_elements(origins) as o (origin)
      union select fact from question
      union select jsonb_array_elements_text(missing) from decision
      union select fact ->> 'field' from decision, jsonb_array_elements(outcomes) as o (outcome),
        jsonb_array_elements(outcome -> 'facts') as f (fact)
    ) as names (name)`.execute(db)
  const classes = new Map(rows.map((row) => [row.name, row.class]))
  return {
    ofField: (field) => classes.get(field) ?? 'specific',
    ofIndicator: (indicator) =>
      ['JKN', 'NUTR', 'PREG'].includes(indicator)
        ? 'health'
        : indicator === 'DISAB'
          ? 'disability'
          : ['ATS', 'EDU_COST', 'NEGLECT'].includes(indicator)
            ? 'children'
            : ['INCOME', 'DEBT'].includes(indicator)
              ? 'finances'
              : 'family',
  }
}

function seenBy(whole: State, viewer: Viewer, classes: Classes): State {
  const rowsOf = (table: string): Row[] => whole.get(table) ?? []
  const holdsAll = specificClasses.every((name) => viewer.dataClasses.includes(name))
  const holds = (name: string): boolean =>
    name === 'specific' ? holdsAll : viewer.dataClasses.includes(name)
  const holdsIndicator = (code: unknown): boolean => holds(classes.ofIndicator(String(code)))

  const reach = reachOf(whole)
  const families = rowsOf('family').filter(
    (family) =>
      holds('family') &&
      isInTerritory(viewer, family) &&
      (!viewer.isOwnOrganisation ||
        reach.get(String(family.family_id))?.has(viewer.organisationId) === true),
  )
  const familyIds = new Set(families.map(({ family_id }) => family_id))
  const inFamily = (row: Row): boolean => familyIds.has(row.family_id)
  const persons = rowsOf('person').filter(inFamily)
  const personIds = new Set(persons.map(({ person_id }) => person_id))
  const hidden = new Set(
    holds('children') ? [] : persons.filter(isMinor).map(({ person_id }) => person_id),
  )
  const visible = (fields: unknown): Row =>
    Object.fromEntries(entriesOf(fields).filter(([name]) => holds(classes.ofField(name))))

  const needs = rowsOf('need').filter(
    (need) =>
      inFamily(need) &&
      holdsIndicator(need.indicator) &&
      itemsOf(need.evidence).every(({ fact }) => holds(classes.ofField(String(fact)))),
  )
  const importRows = rowsOf('import_row').filter(inFamily)
  const seesAll = holds('family') && viewer.regions === null && !viewer.isOwnOrganisation
  const isOwn = ownProvider(whole, viewer)
  const needIds = new Set(needs.map(({ need_id }) => need_id))
  const offers = rowsOf('offer').filter(
    ({ provider }) => holds('general') && (viewer.role !== 'partner' || isOwn(provider)),
  )
  const ownOffers = new Set(
    offers.filter(({ provider }) => isOwn(provider)).map(({ offer_id }) => offer_id),
  )
  const offerIds = new Set(offers.map(({ offer_id }) => offer_id))
  const sheetOf = new Map(rowsOf('list_sheet').map((sheet) => [sheet.sheet_no, sheet] as const))
  const seenPlaces = new Set(
    importRows.map(({ sheet_no, row }) => {
      const sheet = sheetOf.get(sheet_no)
      return `${sheet?.file} ${sheet?.sheet} ${row}`
    }),
  )
  const ownSheets = new Set(
    rowsOf('list_sheet')
      .filter(({ provider }) => isOwn(provider))
      .map(({ file, sheet }) => `${file} ${sheet}`),
  )

  return new Map<string, Row[]>([
    ['list_sheet', holds('family') ? rowsOf('list_sheet') : []],
    ['file_fault', holds('family') ? rowsOf('file_fault') : []],
    [
      'family',
      families.map((family) => ({
        ...family,
        head_name: hidden.has(family.head_person_id) ? null : family.head_name,
        detail: visible(family.detail),
      })),
    ],
    [
      'person',
      persons.map((person) =>
        hidden.has(person.person_id)
          ? {
              ...person,
              name: null,
              search_name: '',
              birth_date: null,
              birth_precision: null,
              birth_year: null,
              nik_cipher: null,
              nik_hmac: null,
              detail: Object.fromEntries(
                entriesOf(person.detail).filter(([name]) => name === 'relation'),
              ),
            }
          : { ...person, detail: visible(person.detail) },
      ),
    ],
    ['membership', rowsOf('membership').filter(inFamily)],
    ...seenGroups(whole, viewer, { personIds, seesAll, holds }),
    ['dwelling_family', rowsOf('dwelling_family').filter(inFamily)],
    [
      'family_line',
      rowsOf('family_line')
        .filter(inFamily)
        .map((line) => {
          const own = needs.filter(({ family_id }) => family_id === line.family_id)
          const head = families.find(({ family_id }) => family_id === line.family_id)
          return {
            ...line,
            head_name: hidden.has(head?.head_person_id) ? '' : line.head_name,
            ...(holdsAll ? {} : lackColumns(own)),
            served_by: valuesOf(line.served_by).map((programme, place) =>
              holdsIndicator(valuesOf(line.served_indicators)[place]) ? programme : '*',
            ),
          }
        }),
    ],
    [
      'value_origin',
      rowsOf('value_origin').filter(
        ({ subject_id, field }) =>
          (familyIds.has(subject_id) || personIds.has(subject_id)) &&
          !hidden.has(subject_id) &&
          holds(classes.ofField(String(field))),
      ),
    ],
    [
      'import_row',
      importRows.map((row) =>
        hidden.has(row.person_id)
          ? { ...row, fields: {}, nik_cipher: null, nik_hmac: null }
          : { ...row, fields: visible(row.fields) },
      ),
    ],
    [
      'finding',
      rowsOf('finding')
        .filter(
          ({ file, sheet, row }) =>
            seesAll ||
            seenPlaces.has(`${file} ${sheet} ${row}`) ||
            (holds('family') && viewer.regions === null && ownSheets.has(`${file} ${sheet}`)),
        )
        .map((finding) => (holdsAll ? finding : { ...finding, value: '' })),
    ],
    [
      'review_pair',
      rowsOf('review_pair').filter(
        ({ left_person_id, right_person_id }) =>
          personIds.has(left_person_id) && personIds.has(right_person_id),
      ),
    ],
    [
      'pair_judgement',
      rowsOf('pair_judgement').filter(({ left_ref, right_ref }) =>
        [left_ref, right_ref].every((ref) => {
          const { file, sheet, row } = z.record(z.string(), z.unknown()).parse(ref)
          return seesAll || seenPlaces.has(`${file} ${sheet} ${row}`)
        }),
      ),
    ],
    ...['person_quality', 'quality_finding'].map((table): [string, Row[]] => [
      table,
      rowsOf(table).filter((row) => inFamily(row) && !hidden.has(row.person_id)),
    ]),
    [
      'received',
      rowsOf('received')
        .filter((gift) => inFamily(gift) && holdsIndicator(gift.indicator))
        .map((gift) => (holds('finances') ? gift : { ...gift, amount_rp: null })),
    ],
    [
      'need',
      needs.map((need) => ({
        ...need,
        facts: visible(need.facts),
        points: itemsOf(need.points).filter(({ reason }) => holds(classes.ofField(String(reason)))),
      })),
    ],
    [
      'question',
      rowsOf('question').filter(
        (question) =>
          inFamily(question) &&
          holdsIndicator(question.indicator) &&
          holds(classes.ofField(String(question.fact))),
      ),
    ],
    [
      'family_profile',
      rowsOf('family_profile')
        .filter(inFamily)
        .map((profile) => ({
          ...profile,
          lacks: Object.fromEntries(
            entriesOf(profile.lacks).filter(([indicator]) => holdsIndicator(indicator)),
          ),
        })),
    ],
    [
      'decision',
      rowsOf('decision')
        .filter(
          (decision) =>
            inFamily(decision) &&
            holdsIndicator(decision.indicator) &&
            valuesOf(decision.missing).every((field) => holds(classes.ofField(String(field)))) &&
            itemsOf(decision.outcomes).every(({ facts }) =>
              itemsOf(facts).every(({ field }) => holds(classes.ofField(String(field)))),
            ),
        )
        .map((decision) =>
          holds('children') ? decision : { ...decision, reason_id: '', reason_en: '' },
        ),
    ],
    ['offer', offers],
    ['offer_question', rowsOf('offer_question').filter(({ offer_id }) => offerIds.has(offer_id))],
    [
      'allocation_line',
      rowsOf('allocation_line').filter(
        ({ need_id, offer_id }) => needIds.has(need_id) || ownOffers.has(offer_id),
      ),
    ],
    ['unserved', rowsOf('unserved').filter(({ need_id }) => needIds.has(need_id))],
    // Counted anew from what is left, not taken from the run.
    ['run_state', rowsOf('run_state').filter(({ key }) => key !== 'dashboard')],
    ...seenPast(whole, viewer, { familyIds, personIds, seesAll, holds, classOf: classes.ofField }),
  ])
}

/**
 * Memberships of the persons that are seen, groups at home in the viewer's places or with such a member,
 * and what became of those groups.
 */
function seenGroups(
  whole: State,
  viewer: Viewer,
  seen: {
    readonly personIds: ReadonlySet<unknown>
    readonly seesAll: boolean
    readonly holds: (name: string) => boolean
  },
): [string, Row[]][] {
  const rowsOf = (table: string): Row[] => whole.get(table) ?? []
  const ledTo = new Map(
    rowsOf('subject_alias')
      .filter(({ recorded_to }) => recorded_to === null)
      .map(({ subject_id, present_id }) => [subject_id, present_id]),
  )
  const members = rowsOf('group_member_change').filter(
    ({ person_id }) =>
      seen.seesAll || seen.personIds.has(person_id) || seen.personIds.has(ledTo.get(person_id)),
  )
  const withMember = new Set(
    members.filter(({ undone_at }) => undone_at === null).map(({ group_id }) => group_id),
  )
  const groups = rowsOf('community_group').filter(
    (group) =>
      seen.seesAll ||
      withMember.has(group.group_id) ||
      (seen.holds('family') &&
        isInTerritory(viewer, group) &&
        (!viewer.isOwnOrganisation || group.organisation_id === viewer.organisationId)),
  )
  const groupIds = new Set(groups.map(({ group_id }) => group_id))
  return [
    ['community_group', groups],
    ['group_change', rowsOf('group_change').filter(({ group_id }) => groupIds.has(group_id))],
    ['group_member_change', members],
  ]
}

/**
 * The past of the families that are seen, where they were in the viewer's places then too; of a family
 * that was joined into one of them likewise.
 */
function seenPast(
  whole: State,
  viewer: Viewer,
  seen: {
    readonly familyIds: ReadonlySet<unknown>
    readonly personIds: ReadonlySet<unknown>
    readonly seesAll: boolean
    readonly holds: (name: string) => boolean
    readonly classOf: (field: string) => string
  },
): [string, Row[]][] {
  const { familyIds, personIds, seesAll, holds, classOf } = seen
  const rowsOf = (table: string): Row[] => whole.get(table) ?? []
  const aliases = rowsOf('subject_alias')
  const ledTo = new Map(
    aliases
      .filter(({ recorded_to }) => recorded_to === null)
      .map(({ subject_id, present_id }) => [subject_id, present_id]),
  )
  const isSeen = (row: Row): boolean =>
    seesAll ||
    (isInTerritory(viewer, row) &&
      (familyIds.has(row.family_id) || familyIds.has(ledTo.get(row.family_id))))
  const minors = new Set(
    holds('children')
      ? []
      : [...rowsOf('person'), ...rowsOf('person_past')]
          .filter(isMinor)
          .map(({ person_id }) => person_id),
  )
  const visible = (fields: unknown): Row =>
    Object.fromEntries(entriesOf(fields).filter(([name]) => holds(classOf(name))))
  const told = (origins: unknown): Row[] =>
    itemsOf(origins).filter(({ field }) => holds(classOf(String(field))))
  const families = rowsOf('family_past').filter(isSeen)
  const persons = rowsOf('person_past').filter(isSeen)
  const personOf = new Map(persons.map((person) => [person.version_no, person.person_id]))
  const versionNos = new Set([...families, ...persons].map(({ version_no }) => version_no))
  const nothing = { name: null, birth_date: null, birth_precision: null, birth_year: null }
  return [
    [
      'subject_version',
      rowsOf('subject_version').filter(
        ({ version_no, recorded_to, family_id }) =>
          seesAll ||
          versionNos.has(version_no) ||
          (recorded_to === null && familyIds.has(family_id)),
      ),
    ],
    [
      'family_past',
      families.map((family) => ({
        ...family,
        head_name: minors.has(family.head_person_id) ? null : family.head_name,
        detail: visible(family.detail),
        origins: told(family.origins),
      })),
    ],
    [
      'person_past',
      persons.map((person) =>
        minors.has(person.person_id)
          ? {
              ...person,
              ...nothing,
              nik_cipher: null,
              nik_hmac: null,
              detail: Object.fromEntries(
                entriesOf(person.detail).filter(([name]) => name === 'relation'),
              ),
              origins: [],
            }
          : { ...person, detail: visible(person.detail), origins: told(person.origins) },
      ),
    ],
    [
      'row_past',
      rowsOf('row_past')
        .filter(({ version_no }) => personOf.has(version_no))
        .map((row) =>
          minors.has(personOf.get(row.version_no))
            ? { ...row, fields: {}, nik_cipher: null, nik_hmac: null }
            : { ...row, fields: visible(row.fields) },
        ),
    ],
    [
      'subject_alias',
      aliases.filter(
        ({ present_id }) => seesAll || familyIds.has(present_id) || personIds.has(present_id),
      ),
    ],
    [
      'dwelling_stay',
      rowsOf('dwelling_stay').filter(
        ({ family_id }) =>
          seesAll || familyIds.has(family_id) || familyIds.has(ledTo.get(family_id)),
      ),
    ],
  ]
}

/** What the line of a family tells of its needs, from the needs that are seen. */
function lackColumns(needs: readonly Row[]): Row {
  const best = new Map<string, number>()
  for (const { indicator, score } of needs) {
    best.set(String(indicator), Math.max(best.get(String(indicator)) ?? 0, Number(score)))
  }
  return {
    lacks: [...best]
      .toSorted(([left, a], [right, b]) => b - a || (left < right ? -1 : 1))
      .map(([indicator]) => indicator),
    sectors: [...new Set(needs.map(({ sector }) => String(sector)))].toSorted(),
    top_score: Math.max(0, ...best.values()),
  }
}

/** Organisations of each family: by a list it stands in, or by a need in a sector of theirs. */
function reachOf(whole: State): Map<string, Set<string>> {
  const reach = new Map<string, Set<string>>()
  const add = (familyId: unknown, organisationId: unknown) => {
    const known = reach.get(String(familyId)) ?? new Set<string>()
    reach.set(String(familyId), known.add(String(organisationId)))
  }
  const aliasOf = new Map(
    (whole.get('organisation_alias') ?? []).map((row) => [row.alias_key, row.organisation_id]),
  )
  const keeperOf = new Map(
    (whole.get('list_sheet') ?? []).map((sheet) => [
      sheet.sheet_no,
      aliasOf.get(folded(sheet.provider)),
    ]),
  )
  for (const { family_id, sheet_no } of whole.get('import_row') ?? []) {
    const keeper = keeperOf.get(sheet_no)
    if (keeper !== undefined) add(family_id, keeper)
  }
  for (const { family_id, sector } of whole.get('need') ?? []) {
    for (const { organisation_id, sectors } of whole.get('organisation') ?? []) {
      if (valuesOf(sectors).includes(sector)) add(family_id, organisation_id)
    }
  }
  return reach
}

function ownProvider(whole: State, viewer: Viewer): (provider: unknown) => boolean {
  const own = new Set(
    (whole.get('organisation_alias') ?? [])
      .filter(({ organisation_id }) => organisation_id === viewer.organisationId)
      .map(({ alias_key }) => alias_key),
  )
  return (provider) => viewer.isOwnOrganisation && own.has(folded(provider))
}

function folded(name: unknown): string {
  return typeof name === 'string' ? name.toLowerCase().replace(/[^a-z0-9]/g, '') : ''
}

function isInTerritory({ regions }: Viewer, family: Row): boolean {
  if (regions === null) return true
  const { ward, district } = family
  if (typeof ward === 'string')
    return regions.some((code) => ward === code || ward.startsWith(`${code}.`))
  return typeof district === 'string' && regions.includes(district)
}

function isMinor({ birth_date, birth_year, detail }: Row): boolean {
  const now = new Date()
  if (typeof birth_date === 'string') {
    const adultOn = `${Number(birth_date.slice(0, 4)) + 18}${birth_date.slice(4)}`
    return adultOn > now.toISOString().slice(0, 10)
  }
  if (typeof birth_year === 'number') return birth_year > now.getUTCFullYear() - 19
  const known = Object.fromEntries(entriesOf(detail))
  if (typeof known.ageYears === 'number') return known.ageYears < 18
  const grown = ['head', 'spouse', 'parent', 'parent-in-law', 'child-in-law']
  return !grown.includes(String(known.relation ?? '')) && (known.marital ?? 'single') === 'single'
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

function valuesOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function itemsOf(value: unknown): Row[] {
  return valuesOf(value).map((item) => Object.fromEntries(entriesOf(item)))
}
