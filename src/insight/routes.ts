import { z } from 'zod'
import { askedBy, can, recordEvent, recordReads } from '#access'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import { type Api, getViewer, problem } from '#platform/http'
import { asViewer, type Viewer } from '#platform/scoped-db'
import type { Secrets } from '#platform/secrets'
import type { Reviewer } from '#registry'
import { exportRoutes } from './export-routes.ts'
import { type FamilySearch, makeFamilySearch } from './family-search.ts'
import { findAllocation, findAllocationRows, findOfferLines } from './find-allocation.ts'
import { findFamilies } from './find-families.ts'
import { findFamily } from './find-family.ts'
import { findFiles, findFindingGroups } from './find-files.ts'
import { findFoundFamilies } from './find-found-families.ts'
import { findPairs } from './find-pairs.ts'
import { findProgrammeCards, findQuestionLines } from './find-programmes.ts'
import { findToday } from './find-today.ts'
import { findJoinedHelp, findMergedHelp } from './joined-help.ts'
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
  JoinedHelp,
  MapPage,
  MergedHelp,
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
  /** Share of the decided pairs that another reviewer looks at again, 0 to 1. */
  readonly secondShare: number
}

const refused = { 401: problem('sign-in-required'), 403: problem('not-permitted') }
const route = <Shape extends z.ZodType>(operationId: string, summary: string, answer: Shape) => ({
  operationId,
  summary,
  response: { 200: answer, ...refused },
})

/** Reads with the rights of whoever asks. */
type Read = <Answer>(
  request: { readonly viewer: Viewer | null },
  work: (scoped: Db, viewer: Viewer) => Promise<Answer>,
) => Promise<Answer>

/** The pages that look across stages. */
export function insightRoutes(api: Api, parts: InsightParts): void {
  const { db, secrets } = parts
  const read: Read = (request, work) => {
    const viewer = getViewer(request)
    return asViewer(db, viewer, (scoped) => work(scoped, viewer))
  }
  cityRoutes(api, read, parts)
  const search = makeFamilySearch(db, secrets)
  // The first question finds the index made; where that fails, it tries again and is told.
  api.addHook('onListen', async () => {
    search.refresh().catch(() => {})
  })
  familyRoutes(api, read, { search, secrets })
  joinRoutes(api, read)
  exportRoutes(api, { db, secrets, search })
  allocationRoutes(api, read)
  listRoutes(api, read)
  pairRoutes(api, read, parts)
}

function cityRoutes(api: Api, read: Read, { secondShare }: InsightParts): void {
  api.get(
    '/api/v1/today',
    {
      schema: route('getToday', 'What waits for a person, most effect first', Today),
      config: { action: 'read-picture' },
    },
    (request) =>
      read(request, (scoped, viewer) =>
        findToday(
          scoped,
          can(viewer, 'review-pairs').isAllowed ? reviewerOf(viewer, secondShare) : undefined,
        ),
      ),
  )
  api.get(
    '/api/v1/dashboard',
    {
      schema: {
        ...route('getDashboard', 'The city in counts', Dashboard),
        response: { 200: Dashboard, ...refused, 404: problem('nothing-read-yet') },
      },
      config: { action: 'read-picture' },
    },
    (request) => read(request, getDashboard),
  )
  api.get(
    '/api/v1/map',
    {
      schema: route('getMap', 'Outlines of the wards, indicative', MapPage),
      config: { action: 'read-reference' },
    },
    () => mapPage(),
  )
}

async function getDashboard(scoped: Db): Promise<Dashboard> {
  const dashboard = await findDashboard(scoped)
  if (!dashboard) throw new AppError('nothing-read-yet', {})
  return dashboard
}

interface FamilyParts {
  readonly search: FamilySearch
  readonly secrets: Secrets
}

function familyRoutes(api: Api, read: Read, { search, secrets }: FamilyParts): void {
  api.post(
    '/api/v1/families/search',
    {
      schema: {
        ...route('searchFamilies', 'Families by name, number and filters', FamilyPageOfLines),
        body: FamilyFilter,
        response: { 200: FamilyPageOfLines, ...refused, 400: problem('cursor-invalid') },
      },
      config: { action: 'read-families' },
    },
    async (request) => {
      if (request.body.q !== '') await search.refresh()
      const found = search.find(request.body, getViewer(request))
      return read(request, async (scoped) => {
        const page = found
          ? await findFoundFamilies(scoped, request.body, found)
          : await findFamilies(scoped, request.body)
        await recordReads(scoped, {
          ...askedBy(request),
          action: 'search',
          subjectKind: 'family',
          subjectIds: page.lines.map(({ familyId }) => familyId),
        })
        return page
      })
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
      config: { action: 'read-families' },
    },
    (request) =>
      read(request, async (scoped) => {
        const { familyId } = request.params
        const page = await findFamily(scoped, secrets, familyId)
        await recordReads(scoped, {
          ...askedBy(request),
          action: 'read',
          subjectKind: 'family',
          subjectIds: [page.familyId],
        })
        return page
      }),
  )
}

function joinRoutes(api: Api, read: Read): void {
  const Key = z.string().regex(/^[a-z0-9]{10}$/)
  api.get(
    '/api/v1/families/:familyId/joined-with/:otherId',
    {
      schema: {
        ...route(
          'getJoinedHelp',
          'Help that would stand twice if two families were one',
          JoinedHelp,
        ),
        params: z.object({ familyId: Key, otherId: Key }),
        response: { 200: JoinedHelp, ...refused, 404: problem('family-not-found') },
      },
      config: { action: 'read-families' },
    },
    (request) =>
      read(request, async (scoped) => {
        const { familyId, otherId } = request.params
        const joined = await findJoinedHelp(scoped, familyId, otherId)
        await recordReads(scoped, {
          ...askedBy(request),
          action: 'read',
          subjectKind: 'family',
          subjectIds: [familyId, otherId],
        })
        return joined
      }),
  )
  api.get(
    '/api/v1/persons/:personId/joined-with/:otherId',
    {
      schema: {
        ...route(
          'getMergedHelp',
          'Help that would stand twice if two persons were one',
          MergedHelp,
        ),
        params: z.object({ personId: Key, otherId: Key }),
        response: { 200: MergedHelp, ...refused, 404: problem('person-not-found') },
      },
      config: { action: 'read-families' },
    },
    (request) =>
      read(request, async (scoped) => {
        const { personId, otherId } = request.params
        const merged = await findMergedHelp(scoped, personId, otherId)
        await recordReads(scoped, {
          ...askedBy(request),
          action: 'read',
          subjectKind: 'person',
          subjectIds: [personId, otherId],
        })
        return merged
      }),
  )
}

function allocationRoutes(api: Api, read: Read): void {
  api.get(
    '/api/v1/allocation',
    {
      schema: route('getAllocation', 'The present plan in numbers', AllocationPage),
      config: { action: 'read-allocation' },
    },
    (request) => read(request, findAllocation),
  )
  api.post(
    '/api/v1/allocation/rows',
    {
      schema: {
        ...route('searchAllocation', 'Who gets what from whom, or goes without', AllocationRows),
        body: AllocationRowsFilter,
        response: { 200: AllocationRows, ...refused, 400: problem('cursor-invalid') },
      },
      config: { action: 'read-allocation' },
    },
    (request) =>
      read(request, async (scoped) => {
        const page = await findAllocationRows(scoped, request.body)
        await recordReads(scoped, {
          ...askedBy(request),
          action: 'search',
          subjectKind: 'family',
          subjectIds: page.rows.map(({ familyId }) => familyId),
        })
        return page
      }),
  )
  const Offers = z.object({ offers: z.array(OfferLine) })
  api.get(
    '/api/v1/offers',
    {
      schema: route('getOffers', 'What agencies and partners offer', Offers),
      config: { action: 'read-offers' },
    },
    async (request) => ({ offers: await read(request, findOfferLines) }),
  )
}

function listRoutes(api: Api, read: Read): void {
  const Findings = z.object({ groups: z.array(FindingGroup) })
  const Questions = z.object({ questions: z.array(QuestionLine) })
  const Programmes = z.object({ programmes: z.array(ProgrammeCard) })
  api.get(
    '/api/v1/files',
    {
      schema: route('getFiles', 'What was read, and how its rows add up', FilesPage),
      config: { action: 'read-lists' },
    },
    (request) => read(request, findFiles),
  )
  api.get(
    '/api/v1/files/:sheetNo/findings',
    {
      schema: {
        ...route('getFindings', 'Findings of a sheet by cause', Findings),
        params: z.object({ sheetNo: z.coerce.number().int().min(0).max(2_147_483_647) }),
        response: { 200: Findings, ...refused, 404: problem('sheet-not-found') },
      },
      config: { action: 'read-lists' },
    },
    (request) =>
      read(request, async (scoped) => {
        const { sheetNo } = request.params
        const groups = await findFindingGroups(scoped, sheetNo)
        // Examples are cells of persons whom nobody has recognised yet.
        await recordEvent(scoped, {
          ...askedBy(request),
          action: 'read',
          subjectKind: 'sheet',
          subjectId: String(sheetNo),
          detail: { groups: groups.length },
        })
        return { groups }
      }),
  )
  api.get(
    '/api/v1/questions',
    {
      schema: route('getQuestions', 'Facts that nobody knows yet', Questions),
      config: { action: 'read-picture' },
    },
    async (request) => ({ questions: await read(request, findQuestionLines) }),
  )
  api.get(
    '/api/v1/programmes',
    {
      schema: route('getProgrammes', 'The catalogue with counts of decisions', Programmes),
      config: { action: 'read-reference' },
    },
    async (request) => ({ programmes: await read(request, findProgrammeCards) }),
  )
}

/** Who asks, as the queue of pairs knows them. */
function reviewerOf(viewer: Viewer, secondShare: number): Reviewer {
  const maySettle = can(viewer, 'decide-changes').isAllowed
  return { accountId: viewer.accountId, maySettle, secondShare }
}

function pairRoutes(api: Api, read: Read, { secrets, secondShare }: InsightParts): void {
  api.get(
    '/api/v1/pairs',
    {
      schema: {
        ...route('getPairs', 'Pairs of records to look at', PairsPage),
        querystring: z.object({ cursor: z.string().max(300).optional() }),
        response: { 200: PairsPage, ...refused, 400: problem('cursor-invalid') },
      },
      config: { action: 'review-pairs' },
    },
    (request) =>
      read(request, async (scoped, viewer) => {
        const { cursor } = request.query
        const reviewer = reviewerOf(viewer, secondShare)
        const { page, personIds } = await findPairs(scoped, secrets, { reviewer, cursor })
        await recordReads(scoped, {
          ...askedBy(request),
          action: 'read',
          subjectKind: 'person',
          subjectIds: personIds,
        })
        return page
      }),
  )
}
