import { z } from 'zod'
import { recordRead } from '#access'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import { type Api, getSignedIn, problem } from '#platform/http'
import type { Secrets } from '#platform/secrets'
import { type FamilySearch, makeFamilySearch } from './family-search.ts'
import { findAllocation, findAllocationRows, findOfferLines } from './find-allocation.ts'
import { findFamilies } from './find-families.ts'
import { findFamily } from './find-family.ts'
import { findFiles, findFindingGroups } from './find-files.ts'
import { findPairs } from './find-pairs.ts'
import { findProgrammeCards, findQuestionLines } from './find-programmes.ts'
import { findToday } from './find-today.ts'
import {
  AllocationPage,
  AllocationRows,
  AllocationRowsFilter,
  Dashboard,
  FamilyFilter,
  FamilyPage,
  FamilyPageOfLines,
  FilesPage,
  FindingGroup,
  MapPage,
  OfferLine,
  PairsPage,
  ProgrammeCard,
  QuestionLine,
  Today,
} from './schema.ts'
import { findDashboard } from './store.ts'
import { mapPage } from './ward-outlines.ts'

export interface InsightParts {
  readonly db: Db
  readonly secrets: Secrets
}

const refused = { 401: problem('sign-in-required') }
const route = <Shape extends z.ZodType>(operationId: string, summary: string, answer: Shape) => ({
  operationId,
  summary,
  response: { 200: answer, ...refused },
})

/** The pages that look across stages. */
export function insightRoutes(api: Api, parts: InsightParts): void {
  const { db } = parts
  const search = makeFamilySearch(db, parts.secrets)

  api.get(
    '/api/v1/today',
    { schema: route('getToday', 'What waits for a person, most effect first', Today) },
    () => findToday(db),
  )
  api.get(
    '/api/v1/dashboard',
    {
      schema: {
        ...route('getDashboard', 'The city in counts', Dashboard),
        response: { 200: Dashboard, ...refused, 404: problem('nothing-read-yet') },
      },
    },
    () => getDashboard(db),
  )
  api.get(
    '/api/v1/map',
    { schema: route('getMap', 'Outlines of the wards, indicative', MapPage) },
    () => mapPage(),
  )
  familyRoutes(api, parts, search)
  allocationRoutes(api, db)
  listRoutes(api, parts)
}

async function getDashboard(db: Db): Promise<Dashboard> {
  const dashboard = await findDashboard(db)
  if (!dashboard) throw new AppError('nothing-read-yet', {})
  return dashboard
}

function familyRoutes(api: Api, { db, secrets }: InsightParts, search: FamilySearch): void {
  api.post(
    '/api/v1/families/search',
    {
      schema: {
        ...route('searchFamilies', 'Families by name, number and filters', FamilyPageOfLines),
        body: FamilyFilter,
        response: { 200: FamilyPageOfLines, ...refused, 400: problem('cursor-invalid') },
      },
    },
    async (request) => {
      const page = await findFamilies(db, request.body, await search(request.body.q))
      await recordRead(db, {
        accountId: getSignedIn(request).accountId,
        action: 'search',
        subjectKind: 'family',
        subjectIds: page.lines.map(({ familyId }) => familyId),
      })
      return page
    },
  )
  api.get(
    '/api/v1/families/:familyId',
    {
      schema: {
        ...route('getFamily', 'All that one screen tells of a family', FamilyPage),
        params: z.object({ familyId: z.string().regex(/^[a-z0-9]{10}$/) }),
        response: { 200: FamilyPage, ...refused, 404: problem('family-not-found') },
      },
    },
    async (request) => {
      const { familyId } = request.params
      const page = await findFamily(db, secrets, familyId)
      const { accountId } = getSignedIn(request)
      await recordRead(db, {
        accountId,
        action: 'read',
        subjectKind: 'family',
        subjectIds: [familyId],
      })
      return page
    },
  )
}

function allocationRoutes(api: Api, db: Db): void {
  api.get(
    '/api/v1/allocation',
    { schema: route('getAllocation', 'The present plan in numbers', AllocationPage) },
    () => findAllocation(db),
  )
  api.post(
    '/api/v1/allocation/rows',
    {
      schema: {
        ...route('searchAllocation', 'Who gets what from whom, or goes without', AllocationRows),
        body: AllocationRowsFilter,
        response: { 200: AllocationRows, ...refused, 400: problem('cursor-invalid') },
      },
    },
    async (request) => {
      const page = await findAllocationRows(db, request.body)
      await recordRead(db, {
        accountId: getSignedIn(request).accountId,
        action: 'search',
        subjectKind: 'family',
        subjectIds: [...new Set(page.rows.map(({ familyId }) => familyId))],
      })
      return page
    },
  )
  const Offers = z.object({ offers: z.array(OfferLine) })
  api.get(
    '/api/v1/offers',
    { schema: route('getOffers', 'What agencies and partners offer', Offers) },
    async () => ({ offers: await findOfferLines(db) }),
  )
}

function listRoutes(api: Api, { db, secrets }: InsightParts): void {
  const Findings = z.object({ groups: z.array(FindingGroup) })
  const Questions = z.object({ questions: z.array(QuestionLine) })
  const Programmes = z.object({ programmes: z.array(ProgrammeCard) })
  api.get(
    '/api/v1/files',
    { schema: route('getFiles', 'What was read, and how its rows add up', FilesPage) },
    () => findFiles(db),
  )
  api.get(
    '/api/v1/files/:sheetNo/findings',
    {
      schema: {
        ...route('getFindings', 'Findings of a sheet by cause', Findings),
        params: z.object({ sheetNo: z.coerce.number().int().min(0) }),
        response: { 200: Findings, ...refused, 404: problem('sheet-not-found') },
      },
    },
    async ({ params }) => ({ groups: await findFindingGroups(db, params.sheetNo) }),
  )
  api.get(
    '/api/v1/pairs',
    {
      schema: {
        ...route('getPairs', 'Pairs of records to look at', PairsPage),
        querystring: z.object({ cursor: z.string().max(300).optional() }),
        response: { 200: PairsPage, ...refused, 400: problem('cursor-invalid') },
      },
    },
    async (request) => {
      const page = await findPairs(db, secrets, request.query.cursor)
      await recordRead(db, {
        accountId: getSignedIn(request).accountId,
        action: 'read',
        subjectKind: 'person',
        subjectIds: [
          ...new Set(page.pairs.flatMap(({ left, right }) => [left.personId, right.personId])),
        ],
      })
      return page
    },
  )
  api.get(
    '/api/v1/questions',
    { schema: route('getQuestions', 'Facts that nobody knows yet', Questions) },
    async () => ({ questions: await findQuestionLines(db) }),
  )
  api.get(
    '/api/v1/programmes',
    { schema: route('getProgrammes', 'The catalogue with counts of decisions', Programmes) },
    async () => ({ programmes: await findProgrammeCards(db) }),
  )
}
