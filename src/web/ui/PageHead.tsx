import type { ReactNode } from 'react'
import { useTitle } from './use-title.ts'

/** Top of a page: where it stands, its name, a line under it, and what can be done. */
export function PageHead({
  title,
  tabTitle,
  crumbs,
  note,
  actions,
}: {
  readonly title: ReactNode
  /** Name of the browser's tab where it differs from a plain `title`. */
  readonly tabTitle?: string
  readonly crumbs?: ReactNode
  readonly note?: ReactNode
  readonly actions?: ReactNode
}) {
  useTitle(tabTitle ?? (typeof title === 'string' ? title : undefined))
  return (
    <header className="page-head">
      <div>
        {crumbs && <p className="crumbs">{crumbs}</p>}
        <h1>{title}</h1>
        {note && <p className="dim">{note}</p>}
      </div>
      {actions && <div className="page-actions">{actions}</div>}
    </header>
  )
}
