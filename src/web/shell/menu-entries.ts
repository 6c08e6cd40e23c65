import type { IconName } from '../ui/icon-paths.ts'

/** The menu: groups in the order in which data flows; only pages that exist. */
export const menuGroups = [
  {
    title: null,
    entries: [
      { to: '/hari-ini', icon: 'home', name: 'menu.today', count: 'today' },
      { to: '/keluarga', icon: 'families', name: 'menu.families', count: null },
    ],
  },
  {
    title: 'menu.flow',
    entries: [
      { to: '/berkas', icon: 'files', name: 'menu.files', count: 'files' },
      { to: '/pasangan', icon: 'pairs', name: 'menu.pairs', count: 'pairs' },
      { to: '/pertanyaan', icon: 'question', name: 'menu.questions', count: 'questions' },
      { to: '/program', icon: 'programme', name: 'menu.programmes', count: null },
      { to: '/penawaran', icon: 'offers', name: 'menu.offers', count: 'offers' },
      { to: '/alokasi', icon: 'allocation', name: 'menu.allocation', count: null },
    ],
  },
  {
    title: 'menu.team',
    entries: [{ to: '/laporan', icon: 'report', name: 'menu.reports', count: null }],
  },
  {
    title: 'menu.city',
    entries: [{ to: '/kota', icon: 'dashboard', name: 'menu.dashboard', count: null }],
  },
] as const satisfies readonly {
  readonly title: string | null
  readonly entries: readonly {
    readonly to: string
    readonly icon: IconName
    readonly name: string
    readonly count: string | null
  }[]
}[]

/** For those who watch over the office; nobody else sees it. */
export const auditEntry = { to: '/jejak', icon: 'clock', name: 'menu.audit' } as const
