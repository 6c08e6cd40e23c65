import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type RouterHistory,
  redirect,
} from '@tanstack/react-router'
import { ApiProblem } from './api/http.ts'
import { ownGrantsQuery, sessionQuery } from './api/queries.ts'
import { preferredLanguage, showLanguage } from './i18n/language.ts'
import { pageCode } from './page-code.ts'
import {
  readAccountSearch,
  readAllocationSearch,
  readAuditSearch,
  readFamiliesSearch,
  readGroupSearch,
  readGroupsSearch,
  readHistorySearch,
  readJoinSearch,
  readNewOrganisationSearch,
  readPairsSearch,
  readPrivacySearch,
  readQualitySearch,
  readSignInSearch,
} from './pages/page-search.ts'
import { homeOf } from './shell/menu-entries.ts'
import { NotPermitted, permit } from './shell/not-permitted.ts'
import { AddressMissing, PageFailed, PageMissing, PageWaiting } from './shell/RouteStates.tsx'
import { Shell } from './shell/Shell.tsx'

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  notFoundComponent: AddressMissing,
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/masuk',
  validateSearch: readSignInSearch,
  component: lazyRouteComponent(
    pageCode(() => import('./pages/SignInPage.tsx')),
    'SignInPage',
  ),
})

const password = createRoute({
  getParentRoute: () => root,
  path: '/sandi',
  beforeLoad: async ({ context }) => {
    await requireAccount(context.queryClient, '/hari-ini')
  },
  component: lazyRouteComponent(
    pageCode(() => import('./pages/PasswordPage.tsx')),
    'PasswordPage',
  ),
})

const secondStep = createRoute({
  getParentRoute: () => root,
  path: '/langkah-kedua',
  validateSearch: readSignInSearch,
  beforeLoad: async ({ context, search }) => {
    const account = await requireAccount(context.queryClient, search.ke ?? '/hari-ini')
    if (account.mustChangePassword) throw redirect({ to: '/sandi' })
    // Nothing asks for it, or no longer.
    if (!account.needsSecondFactor) throw redirect({ to: search.ke ?? '/hari-ini' })
  },
  component: lazyRouteComponent(
    pageCode(() => import('./pages/second-step/SecondStepPage.tsx')),
    'SecondStepPage',
  ),
})

/** Every page behind the door: who is not signed in goes to sign in, and comes back. */
const officer = createRoute({
  getParentRoute: () => root,
  id: 'officer',
  beforeLoad: async ({ context, location }) => {
    const account = await requireAccount(context.queryClient, location.href)
    if (account.mustChangePassword) throw redirect({ to: '/sandi' })
    if (account.needsSecondFactor) {
      throw redirect({ to: '/langkah-kedua', search: { ke: location.href } })
    }
    await context.queryClient.ensureQueryData(ownGrantsQuery)
  },
  component: Shell,
})

const home = createRoute({
  getParentRoute: () => officer,
  path: '/',
  beforeLoad: async ({ context }) => {
    const { actions } = await context.queryClient.ensureQueryData(ownGrantsQuery)
    throw redirect({ to: homeOf(actions) })
  },
})
const today = createRoute({
  getParentRoute: () => officer,
  path: '/hari-ini',
  beforeLoad: async (loading) => {
    try {
      await permit('read-picture')(loading)
    } catch (error) {
      // Where one is sent after signing in: who has another page to begin with begins there.
      throw error instanceof NotPermitted ? redirect({ to: '/' }) : error
    }
  },
  component: lazyRouteComponent(
    pageCode(() => import('./pages/today/TodayPage.tsx')),
    'TodayPage',
  ),
})
const families = createRoute({
  getParentRoute: () => officer,
  path: '/keluarga',
  beforeLoad: permit('read-families'),
  validateSearch: readFamiliesSearch,
  component: lazyRouteComponent(
    pageCode(() => import('./pages/families/FamiliesPage.tsx')),
    'FamiliesPage',
  ),
})
const family = createRoute({
  getParentRoute: () => officer,
  path: '/keluarga/$familyId',
  beforeLoad: permit('read-families'),
  component: lazyRouteComponent(
    pageCode(() => import('./pages/family/FamilyPage.tsx')),
    'FamilyPage',
  ),
})
const familyHistory = createRoute({
  getParentRoute: () => officer,
  path: '/keluarga/$familyId/riwayat',
  beforeLoad: permit('read-families'),
  validateSearch: readHistorySearch,
  component: lazyRouteComponent(
    pageCode(() => import('./pages/history/HistoryPage.tsx')),
    'HistoryPage',
  ),
})
const dwelling = createRoute({
  getParentRoute: () => officer,
  path: '/rumah/$dwellingId',
  beforeLoad: permit('read-families'),
  validateSearch: readHistorySearch,
  component: lazyRouteComponent(
    pageCode(() => import('./pages/history/DwellingPage.tsx')),
    'DwellingPage',
  ),
})
const partFamily = createRoute({
  getParentRoute: () => officer,
  path: '/keluarga/$familyId/pisahkan',
  beforeLoad: permit('propose-changes'),
  component: lazyRouteComponent(
    pageCode(() => import('./pages/groups/PartPage.tsx')),
    'PartPage',
  ),
})
const joinFamily = createRoute({
  getParentRoute: () => officer,
  path: '/keluarga/$familyId/satukan',
  beforeLoad: permit('propose-changes'),
  validateSearch: readJoinSearch,
  component: lazyRouteComponent(
    pageCode(() => import('./pages/groups/JoinPage.tsx')),
    'JoinPage',
  ),
})
const groups = createRoute({
  getParentRoute: () => officer,
  path: '/kelompok',
  beforeLoad: permit('read-families'),
  validateSearch: readGroupsSearch,
  component: lazyRouteComponent(
    pageCode(() => import('./pages/community/GroupsPage.tsx')),
    'GroupsPage',
  ),
})
const newGroup = createRoute({
  getParentRoute: () => officer,
  path: '/kelompok/baru',
  beforeLoad: permit('propose-changes'),
  component: lazyRouteComponent(
    pageCode(() => import('./pages/community/NewGroupPage.tsx')),
    'NewGroupPage',
  ),
})
const group = createRoute({
  getParentRoute: () => officer,
  path: '/kelompok/$groupId',
  beforeLoad: permit('read-families'),
  validateSearch: readGroupSearch,
  component: lazyRouteComponent(
    pageCode(() => import('./pages/community/GroupPage.tsx')),
    'GroupPage',
  ),
})
const resident = createRoute({
  getParentRoute: () => officer,
  path: '/warga/$personId',
  beforeLoad: permit('read-families'),
  component: lazyRouteComponent(
    pageCode(() => import('./pages/resident/ResidentPage.tsx')),
    'ResidentPage',
  ),
})
const files = createRoute({
  getParentRoute: () => officer,
  path: '/berkas',
  beforeLoad: permit('read-lists'),
  component: lazyRouteComponent(
    pageCode(() => import('./pages/files/FilesPage.tsx')),
    'FilesPage',
  ),
})
const file = createRoute({
  getParentRoute: () => officer,
  path: '/berkas/$sheetNo',
  beforeLoad: permit('read-lists'),
  component: lazyRouteComponent(
    pageCode(() => import('./pages/files/FilePage.tsx')),
    'FilePage',
  ),
})
const incomingFile = createRoute({
  getParentRoute: () => officer,
  path: '/berkas/masuk/$fileId',
  beforeLoad: permit('read-lists'),
  component: lazyRouteComponent(
    pageCode(() => import('./pages/incoming/IncomingFilePage.tsx')),
    'IncomingFilePage',
  ),
})
const changes = createRoute({
  getParentRoute: () => officer,
  path: '/usulan',
  beforeLoad: permit('propose-changes'),
  component: lazyRouteComponent(
    pageCode(() => import('./pages/changes/ChangesPage.tsx')),
    'ChangesPage',
  ),
})
const newFamily = createRoute({
  getParentRoute: () => officer,
  path: '/keluarga/baru',
  beforeLoad: permit('propose-changes'),
  component: lazyRouteComponent(
    pageCode(() => import('./pages/changes/NewFamilyPage.tsx')),
    'NewFamilyPage',
  ),
})
const pairs = createRoute({
  getParentRoute: () => officer,
  path: '/pasangan',
  beforeLoad: permit('review-pairs'),
  validateSearch: readPairsSearch,
  component: lazyRouteComponent(
    pageCode(() => import('./pages/pairs/PairsPage.tsx')),
    'PairsPage',
  ),
})
const pairQuestions = createRoute({
  getParentRoute: () => officer,
  path: '/pasangan/pertanyaan',
  beforeLoad: permit('answer-pair-questions'),
  component: lazyRouteComponent(
    pageCode(() => import('./pages/pairs/PairQuestionsPage.tsx')),
    'PairQuestionsPage',
  ),
})
const quality = createRoute({
  getParentRoute: () => officer,
  path: '/mutu-data',
  validateSearch: readQualitySearch,
  beforeLoad: permit('read-families'),
  component: lazyRouteComponent(
    pageCode(() => import('./pages/quality/QualityPage.tsx')),
    'QualityPage',
  ),
})
const worklist = createRoute({
  getParentRoute: () => officer,
  path: '/mutu-data/$code',
  validateSearch: readQualitySearch,
  beforeLoad: permit('read-families'),
  component: lazyRouteComponent(
    pageCode(() => import('./pages/quality/WorklistPage.tsx')),
    'WorklistPage',
  ),
})
const questions = createRoute({
  getParentRoute: () => officer,
  path: '/pertanyaan',
  beforeLoad: permit('read-picture'),
  component: lazyRouteComponent(
    pageCode(() => import('./pages/QuestionsPage.tsx')),
    'QuestionsPage',
  ),
})
const programmes = createRoute({
  getParentRoute: () => officer,
  path: '/program',
  beforeLoad: permit('read-reference'),
  component: lazyRouteComponent(
    pageCode(() => import('./pages/ProgrammesPage.tsx')),
    'ProgrammesPage',
  ),
})
const offers = createRoute({
  getParentRoute: () => officer,
  path: '/penawaran',
  beforeLoad: permit('read-offers'),
  component: lazyRouteComponent(
    pageCode(() => import('./pages/offers/OffersPage.tsx')),
    'OffersPage',
  ),
})
const allocation = createRoute({
  getParentRoute: () => officer,
  path: '/alokasi',
  beforeLoad: permit('read-allocation'),
  validateSearch: readAllocationSearch,
  component: lazyRouteComponent(
    pageCode(() => import('./pages/allocation/AllocationPage.tsx')),
    'AllocationPage',
  ),
})
const city = createRoute({
  getParentRoute: () => officer,
  path: '/kota',
  beforeLoad: permit('read-picture'),
  component: lazyRouteComponent(
    pageCode(() => import('./pages/city/CityPage.tsx')),
    'CityPage',
  ),
})
const reports = createRoute({
  getParentRoute: () => officer,
  path: '/laporan',
  beforeLoad: permit('read-reports'),
  component: lazyRouteComponent(
    pageCode(() => import('./pages/ReportsPage.tsx')),
    'ReportsPage',
  ),
})
const audit = createRoute({
  getParentRoute: () => officer,
  path: '/jejak',
  beforeLoad: permit('read-audit'),
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(
    pageCode(() => import('./pages/audit/AuditPage.tsx')),
    'AuditPage',
  ),
})
const ownAccount = createRoute({
  getParentRoute: () => officer,
  path: '/akun',
  validateSearch: readAccountSearch,
  component: lazyRouteComponent(
    pageCode(() => import('./pages/account/AccountPage.tsx')),
    'AccountPage',
  ),
})
const privacy = createRoute({
  getParentRoute: () => officer,
  path: '/permintaan-data',
  validateSearch: readPrivacySearch,
  beforeLoad: permit('manage-subject-requests'),
  component: lazyRouteComponent(
    pageCode(() => import('./pages/privacy/PrivacyPage.tsx')),
    'PrivacyPage',
  ),
})
const newRequest = createRoute({
  getParentRoute: () => officer,
  path: '/permintaan-data/baru',
  beforeLoad: permit('manage-subject-requests'),
  component: lazyRouteComponent(
    pageCode(() => import('./pages/privacy/NewRequestPage.tsx')),
    'NewRequestPage',
  ),
})
const subjectRequest = createRoute({
  getParentRoute: () => officer,
  path: '/permintaan-data/$requestNo',
  beforeLoad: permit('manage-subject-requests'),
  component: lazyRouteComponent(
    pageCode(() => import('./pages/privacy/RequestPage.tsx')),
    'RequestPage',
  ),
})
const people = createRoute({
  getParentRoute: () => officer,
  path: '/orang',
  beforeLoad: permit('manage-people'),
  component: lazyRouteComponent(
    pageCode(() => import('./pages/people/PeoplePage.tsx')),
    'PeoplePage',
  ),
})
const newPerson = createRoute({
  getParentRoute: () => officer,
  path: '/orang/baru',
  beforeLoad: permit('manage-people'),
  component: lazyRouteComponent(
    pageCode(() => import('./pages/people/NewPersonPage.tsx')),
    'NewPersonPage',
  ),
})
const person = createRoute({
  getParentRoute: () => officer,
  path: '/orang/$accountId',
  beforeLoad: permit('manage-people'),
  component: lazyRouteComponent(
    pageCode(() => import('./pages/people/PersonPage.tsx')),
    'PersonPage',
  ),
})
const organisations = createRoute({
  getParentRoute: () => officer,
  path: '/instansi',
  beforeLoad: permit('manage-people'),
  component: lazyRouteComponent(
    pageCode(() => import('./pages/organisations/OrganisationsPage.tsx')),
    'OrganisationsPage',
  ),
})
const newOrganisation = createRoute({
  getParentRoute: () => officer,
  path: '/instansi/baru',
  validateSearch: readNewOrganisationSearch,
  beforeLoad: permit('manage-people'),
  component: lazyRouteComponent(
    pageCode(() => import('./pages/organisations/NewOrganisationPage.tsx')),
    'NewOrganisationPage',
  ),
})
const organisation = createRoute({
  getParentRoute: () => officer,
  path: '/instansi/$organisationId',
  beforeLoad: permit('manage-people'),
  component: lazyRouteComponent(
    pageCode(() => import('./pages/organisations/OrganisationPage.tsx')),
    'OrganisationPage',
  ),
})
const settings = createRoute({
  getParentRoute: () => officer,
  path: '/pengaturan',
  beforeLoad: permit('manage-settings'),
  component: lazyRouteComponent(
    pageCode(() => import('./pages/settings/SettingsPage.tsx')),
    'SettingsPage',
  ),
})
const health = createRoute({
  getParentRoute: () => officer,
  path: '/kesehatan',
  beforeLoad: permit('manage-settings'),
  component: lazyRouteComponent(
    pageCode(() => import('./pages/health/HealthPage.tsx')),
    'HealthPage',
  ),
})
const ownRoles = createRoute({
  getParentRoute: () => officer,
  path: '/peran',
  component: lazyRouteComponent(
    pageCode(() => import('./pages/roles/OwnRolesPage.tsx')),
    'OwnRolesPage',
  ),
})
const help = createRoute({
  getParentRoute: () => officer,
  path: '/bantuan',
  component: lazyRouteComponent(
    pageCode(() => import('./pages/HelpPage.tsx')),
    'HelpPage',
  ),
})

const routeTree = root.addChildren([
  signIn,
  password,
  secondStep,
  officer.addChildren([
    home,
    today,
    families,
    family,
    familyHistory,
    dwelling,
    partFamily,
    joinFamily,
    groups,
    newGroup,
    group,
    resident,
    files,
    file,
    incomingFile,
    changes,
    newFamily,
    pairs,
    pairQuestions,
    quality,
    worklist,
    questions,
    programmes,
    offers,
    allocation,
    city,
    reports,
    audit,
    privacy,
    newRequest,
    subjectRequest,
    ownAccount,
    people,
    newPerson,
    person,
    organisations,
    newOrganisation,
    organisation,
    settings,
    health,
    ownRoles,
    help,
  ]),
])

/** The routes of the app; a test hands in a history that starts at its page. */
export function createAppRouter(queryClient: QueryClient, history?: RouterHistory) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    // Data is kept by the query client; the router keeps none of its own.
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch,
    defaultPendingComponent: PageWaiting,
    defaultErrorComponent: PageFailed,
    defaultNotFoundComponent: PageMissing,
    ...(history ? { history } : {}),
  })
}
export type AppRouter = ReturnType<typeof createAppRouter>

/** An address that can be read aloud: plain words, no quotes or brackets. */
function stringifySearch(search: Record<string, unknown>): string {
  const words = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined) words.set(name, String(value))
  }
  return words.size === 0 ? '' : `?${words}`
}

async function requireAccount(queryClient: QueryClient, comeBackTo: string) {
  try {
    const account = await queryClient.ensureQueryData(sessionQuery)
    await showLanguage(preferredLanguage(account.language), false)
    return account
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.httpStatus !== 401) throw error
    throw redirect({ to: '/masuk', search: { ke: comeBackTo } })
  }
}

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter
  }
}
