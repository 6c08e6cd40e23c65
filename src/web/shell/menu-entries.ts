import type { Action } from '#access/schema'
import type { IconName } from '../ui/icon-paths.ts'

/** The menu: groups in the order in which data flows; only pages that exist, and who may open them. */
export const menuGroups = [
  {
    title: null,
    entries: [
      { to: '/hari-ini', icon: 'home', name: 'menu.today', count: 'today', action: 'read-picture' },
      {
        to: '/keluarga',
        icon: 'families',
        name: 'menu.families',
        count: null,
        action: 'read-families',
      },
      {
        to: '/kelompok',
        icon: 'person',
        name: 'menu.community',
        count: null,
        action: 'read-families',
      },
    ],
  },
  {
    title: 'menu.flow',
    entries: [
      { to: '/berkas', icon: 'files', name: 'menu.files', count: 'files', action: 'read-lists' },
      {
        to: '/pasangan',
        icon: 'pairs',
        name: 'menu.pairs',
        count: 'pairs',
        action: 'review-pairs',
      },
      {
        to: '/pasangan/pertanyaan',
        icon: 'pairs',
        name: 'menu.pairs',
        count: 'pairs',
        action: 'answer-pair-questions',
      },
      {
        to: '/usulan',
        icon: 'edit',
        name: 'menu.changes',
        count: null,
        action: 'propose-changes',
      },
      {
        to: '/mutu-data',
        icon: 'check',
        name: 'menu.quality',
        count: null,
        action: 'read-families',
      },
      {
        to: '/pertanyaan',
        icon: 'question',
        name: 'menu.questions',
        count: 'questions',
        action: 'read-picture',
      },
      {
        to: '/program',
        icon: 'programme',
        name: 'menu.programmes',
        count: null,
        action: 'read-reference',
      },
      {
        to: '/penawaran',
        icon: 'offers',
        name: 'menu.offers',
        count: 'offers',
        action: 'read-offers',
      },
      {
        to: '/alokasi',
        icon: 'allocation',
        name: 'menu.allocation',
        count: null,
        action: 'read-allocation',
      },
    ],
  },
  {
    title: 'menu.team',
    entries: [
      {
        to: '/laporan',
        icon: 'report',
        name: 'menu.reports',
        count: null,
        action: 'read-reports',
      },
    ],
  },
  {
    title: 'menu.city',
    entries: [
      {
        to: '/kota',
        icon: 'dashboard',
        name: 'menu.dashboard',
        count: null,
        action: 'read-picture',
      },
    ],
  },
  {
    title: 'menu.watch',
    entries: [
      { to: '/jejak', icon: 'clock', name: 'menu.audit', count: null, action: 'read-audit' },
      {
        to: '/permintaan-data',
        icon: 'key',
        name: 'menu.privacy',
        count: null,
        action: 'manage-subject-requests',
      },
    ],
  },
  {
    title: 'menu.settings',
    entries: [
      { to: '/orang', icon: 'person', name: 'menu.people', count: null, action: 'manage-people' },
      {
        to: '/instansi',
        icon: 'housing',
        name: 'menu.organisations',
        count: null,
        action: 'manage-people',
      },
      {
        to: '/pengaturan',
        icon: 'sliders',
        name: 'menu.officeSettings',
        count: null,
        action: 'manage-settings',
      },
      {
        to: '/kesehatan',
        icon: 'pulse',
        name: 'menu.health',
        count: null,
        action: 'manage-settings',
      },
    ],
  },
] as const satisfies readonly {
  readonly title: string | null
  readonly entries: readonly {
    readonly to: string
    readonly icon: IconName
    readonly name: string
    readonly count: string | null
    readonly action: Action
  }[]
}[]

/** An entry of the menu. */
export type MenuEntry = (typeof menuGroups)[number]['entries'][number]

const allEntries: readonly MenuEntry[] = menuGroups.flatMap(({ entries }) => [...entries])

/** The entries that a role may open, in the order of the menu. */
export function permittedEntries(actions: readonly Action[]): readonly MenuEntry[] {
  return allEntries.filter(({ action }) => actions.includes(action))
}

/** Where a person begins: the page of today, else what the work of the role is. */
export function homeOf(actions: readonly Action[]): MenuEntry['to'] | '/peran' {
  // The catalogue is open to all and nobody's work.
  const work = permittedEntries(actions).find(({ action }) => action !== 'read-reference')
  return work?.to ?? permittedEntries(actions)[0]?.to ?? '/peran'
}
