import type { Db } from '#platform/db'
import type { Secrets } from '#platform/secrets'
import { qualityCodes } from '#registry/schema'

/** One request to the API; the name says which route and with what. */
export interface Call {
  readonly name: string
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly payload?: object
}

type Filter = Readonly<Record<string, string | number>>

/**
 * Every reading route by its operation, each with requests that reach for all there is: every filter,
 * families, persons and numbers from all over the city.
 */
export async function makeCalls(db: Db, secrets: Secrets): Promise<Call[]> {
  const routes = await callsByRoute(db, secrets)
  return Object.entries(routes).flatMap(([operationId, calls]) =>
    calls.map((call, no) => ({
      ...call,
      name: `${operationId} ${no} ${JSON.stringify(call.payload ?? '')}`,
    })),
  )
}

/**
 * A third of the calls of each operation, another for each turn: three turns reach all. An operation
 * with three calls or fewer has them all in each turn.
 */
export function takeTurn(calls: readonly Call[], turn: number): Call[] {
  const byOperation = Map.groupBy(calls, ({ name }) => name.split(' ')[0])
  return [...byOperation.values()].flatMap((own) =>
    own.length <= 3 ? own : own.filter((_call, no) => no % 3 === turn % 3),
  )
}

/** The operations that `makeCalls` reaches. */
export async function readingOperations(db: Db, secrets: Secrets): Promise<string[]> {
  return Object.keys(await callsByRoute(db, secrets))
}

type RouteCall = Omit<Call, 'name'>

async function callsByRoute(db: Db, secrets: Secrets): Promise<Record<string, RouteCall[]>> {
  const families = await db.selectFrom('family').selectAll().orderBy('family_id').execute()
  const persons = await db.selectFrom('person').selectAll().orderBy('person_id').execute()
  const dwellings = await db
    .selectFrom('dwelling_family')
    .select('dwelling_id')
    .groupBy('dwelling_id')
    .orderBy((eb) => eb.fn.countAll(), 'desc')
    .orderBy('dwelling_id')
    .limit(8)
    .execute()
  const groups = await db
    .selectFrom('community_group')
    .select('group_id')
    .orderBy('group_id')
    .execute()
  const sheets = await db.selectFrom('list_sheet').select('sheet_no').orderBy('sheet_no').execute()
  const offers = await db.selectFrom('offer').select('offer_id').orderBy('offer_id').execute()
  const reasons = await db.selectFrom('unserved').select('reason_code').distinct().execute()
  const get = (url: string): RouteCall => ({ method: 'GET', url: `/api/v1${url}` })
  const post = (url: string, payload: Filter): RouteCall => ({
    method: 'POST',
    url: `/api/v1${url}`,
    payload,
  })

  const names = every(persons, 23).flatMap(({ name }) => (name ? [name, name.slice(0, 4)] : []))
  const numbers = [
    ...every(persons, 17).flatMap(({ nik_cipher }) =>
      nik_cipher ? [secrets.unseal(nik_cipher)] : [],
    ),
    ...every(families, 11).flatMap(({ kk_cipher }) =>
      kk_cipher ? [secrets.unseal(kk_cipher)] : [],
    ),
  ]
  const wards = [...new Set(families.flatMap(({ ward }) => ward ?? []))].sort()
  const familyFilters: Filter[] = [
    {},
    { sort: 'name' },
    { sort: 'ward' },
    ...['basic', 'education', 'health', 'water', 'housing', 'livelihood'].map((sector) => ({
      sector,
    })),
    ...['JKN', 'DISAB', 'ATS', 'INCOME', 'HOUSING'].map((indicator) => ({ indicator })),
    ...['none', 'one', 'several'].map((served) => ({ served })),
    { decile: 1 },
    { decile: 'unknown' },
    { district: '62.71.03' },
    ...every(wards, 3).map((ward) => ({ ward })),
    ...[...names, ...numbers].map((q) => ({ q })),
  ]
  const allocationFilters: Filter[] = ['served', 'unserved'].flatMap((state) => [
    { state },
    { state, sector: 'health' },
    { state, ward: wards[0] ?? '' },
    ...every(families, 29).map(({ family_id }) => ({ state, familyId: family_id })),
    ...every(offers, 5).map(({ offer_id }) => ({ state, offerId: offer_id })),
    ...reasons.map(({ reason_code }) => ({ state, reasonCode: reason_code })),
  ])
  return {
    getToday: [get('/today')],
    getDashboard: [get('/dashboard')],
    searchFamilies: familyFilters.map((filter) => post('/families/search', filter)),
    getFamily: every(families, 4).map(({ family_id }) => get(`/families/${family_id}`)),
    getJoinedHelp: every(families, 12).flatMap(({ family_id }, no) =>
      get(`/families/${family_id}/joined-with/${families[no + 1]?.family_id ?? family_id}`),
    ),
    getMergedHelp: every(persons, 24).flatMap(({ person_id }, no) =>
      get(`/persons/${person_id}/joined-with/${persons[no + 1]?.person_id ?? person_id}`),
    ),
    getFamilyHistory: every(families, 4).map(({ family_id }) =>
      get(`/families/${family_id}/history`),
    ),
    getPersonHistory: every(persons, 24).flatMap(({ person_id }) =>
      ['', '?knownOn=2026-01-10', '?validOn=2025-05-01'].map((query) =>
        get(`/persons/${person_id}/history${query}`),
      ),
    ),
    getPerson: every(persons, 9).map(({ person_id }) => get(`/persons/${person_id}`)),
    searchGroups: ['', '?kind=kube', '?ward=62.71.03.1002', '?state=closed', '?q=kelompok'].map(
      (query) => get(`/groups${query}`),
    ),
    getGroup: groups.flatMap(({ group_id }) =>
      ['', '?on=2026-03-01'].map((query) => get(`/groups/${group_id}${query}`)),
    ),
    getDwelling: dwellings.map(({ dwelling_id }) => get(`/dwellings/${dwelling_id}`)),
    getDwellingAsOf: dwellings.flatMap(({ dwelling_id }) =>
      ['', '?validOn=2025-03-01', '?knownOn=2026-02-01&validOn=2025-05-01'].map((query) =>
        get(`/dwellings/${dwelling_id}/as-of${query}`),
      ),
    ),
    getFamilyAsOf: every(families, 6).flatMap(({ family_id }) =>
      [
        '',
        '?validOn=2025-03-01',
        '?knownOn=2026-02-01',
        '?knownOn=2026-02-01&validOn=2025-05-01',
      ].map((query) => get(`/families/${family_id}/as-of${query}`)),
    ),
    exportFamilies: ['', '?ward=62.71.03.1002', '?decile=1', '?indicator=JKN&served=none'].map(
      (query) => get(`/families/export.csv${query}`),
    ),
    exportFoundFamilies: every(familyFilters, 4).map(({ sort: _, ...filter }) =>
      post('/families/export.csv', filter),
    ),
    getDataQuality: ['', '?ward=62.71.03.1002'].map((query) => get(`/data-quality${query}`)),
    getWorklist: qualityCodes.map((code) => get(`/data-quality/worklists/${code}`)),
    exportWorklist: [
      get('/data-quality/worklists/no-nik/export?format=csv'),
      get('/data-quality/worklists/not-confirmed/export?format=csv&ward=62.71.03.1002'),
    ],
    exportQualityCounts: [get('/data-quality/counts/export?by=office&format=csv')],
    getAllocation: [get('/allocation')],
    searchAllocation: allocationFilters.map((filter) => post('/allocation/rows', filter)),
    getOffers: [get('/offers')],
    getFiles: [get('/files')],
    getFindings: sheets.map(({ sheet_no }) => get(`/files/${sheet_no}/findings`)),
    getPairs: [get('/pairs')],
    getLinkageProposal: [get('/linkage-threshold')],
    getPairAgreement: [get('/pair-agreement')],
    listPairQuestions: [get('/pair-questions')],
    listRegisterChanges: [get('/register-changes'), get('/register-changes?state=in-force')],
    getRegisterChange: [get('/register-changes/1')],
    getQuestions: [get('/questions')],
    getProgrammes: [get('/programmes')],
    getSurvivorship: [get('/survivorship')],
    getMap: [get('/map')],
    getOptimisationMatrix: [get('/reports/oppkpke.xlsx')],
  }
}

/** One in `step`, the first among them. */
function every<Item>(items: readonly Item[], step: number): Item[] {
  return items.filter((_, no) => no % step === 0)
}
