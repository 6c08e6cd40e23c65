import { sql } from 'kysely'
import type { Db } from '#platform/db'
import { asViewer, type Viewer } from '#platform/scoped-db'
import { permits } from '../scope/can.ts'
import { type Action, actions, dataClasses, Role } from '../scope/roles.ts'
import { type Preview, type PreviewKind, previewKinds } from './schema.ts'

/** Where rows of a kind stand, and the action without which no route shows them. */
const places: Readonly<Record<PreviewKind, { readonly view: string; readonly action: Action }>> = {
  families: { view: 'family', action: 'read-families' },
  persons: { view: 'person', action: 'read-families' },
  needs: { view: 'need', action: 'read-families' },
  decisions: { view: 'decision', action: 'read-families' },
  received: { view: 'received', action: 'read-families' },
  questions: { view: 'question', action: 'read-picture' },
  pairs: { view: 'review_pair', action: 'review-pairs' },
  offers: { view: 'offer', action: 'read-offers' },
  plan: { view: 'allocation_line', action: 'read-allocation' },
  lists: { view: 'list_sheet', action: 'read-lists' },
  findings: { view: 'finding', action: 'read-lists' },
}
const smallCell = 10

/**
 * What `viewer` would see: counts of rows by kind and of families by ward, through the same door as
 * the pages. Holds no name and no key, and no count of 1 to 9.
 */
export async function previewOf(db: Db, viewer: Viewer): Promise<Omit<Preview, 'conflict'>> {
  return asViewer(db, viewer, async (scoped) => {
    const kinds: Preview['kinds'] = []
    for (const kind of previewKinds) {
      const { view, action } = places[kind]
      const count = permits(viewer.role, action) ? await countRows(scoped, view) : 0
      kinds.push({ kind, count: keptBack(count) })
    }
    const wards = permits(viewer.role, 'read-families') ? await countByWard(scoped) : []
    return {
      role: Role.parse(viewer.role),
      actions: actions.filter((action) => permits(viewer.role, action)),
      shownClasses: dataClasses.filter((name) => viewer.dataClasses.includes(name)),
      hiddenClasses: dataClasses.filter((name) => !viewer.dataClasses.includes(name)),
      kinds,
      wards: wards.map(({ ward, families }) => ({ ward, families: keptBack(families) })),
    }
  })
}

function keptBack(count: number): number | null {
  return count > 0 && count < smallCell ? null : count
}

async function countRows(scoped: Db, view: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from ${sql.table(view)}`.execute(scoped)
  return rows[0]?.count ?? 0
}

async function countByWard(scoped: Db): Promise<{ ward: string | null; families: number }[]> {
  const { rows } = await sql<{ ward: string | null; families: number }>`
    select ward, count(*)::integer as families from family group by ward order by ward`.execute(
    scoped,
  )
  return rows
}
