import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { todayQuery } from '../api/queries.ts'
import { number } from '../i18n/format.ts'
import { t } from '../i18n/language.ts'
import { Icon } from '../ui/Icon.tsx'
import { Mark } from '../ui/Mark.tsx'
import { homeOf, menuGroups } from './menu-entries.ts'
import { usePermitted } from './use-permits.ts'

const RoleSwitch = lazy(async () => ({ default: (await import('./RoleSwitch.tsx')).RoleSwitch }))

/** The menu at the left, with my open work beside each entry. */
export function SideMenu({
  isOpen,
  onLeave,
}: {
  readonly isOpen: boolean
  readonly onLeave: () => void
}) {
  const permitted = usePermitted()
  const { data: today } = useQuery({
    ...todayQuery,
    enabled: permitted.includes('read-picture'),
  })
  const menu = useOpenedMenu(isOpen, onLeave)
  const counts = today && { ...today.counts, today: today.items.length }

  return (
    <nav
      className="shell-menu"
      data-open={isOpen}
      aria-label={t('menu.label')}
      id="menu"
      ref={menu}
    >
      <div className="menu-entries">
        <Link to={homeOf(permitted)} className="brand" onClick={onLeave}>
          <Mark />
          <span>
            <b>Betang</b>
            <small>{t('app.city')}</small>
          </span>
        </Link>
        <Suspense fallback={null}>
          <RoleSwitch />
        </Suspense>
        {menuGroups.map(({ title, entries }) => {
          const shown = entries.filter(({ action }) => permitted.includes(action))
          if (shown.length === 0) return null
          return (
            <div key={entries[0].to}>
              {title && <p className="menu-group">{t(title)}</p>}
              <ul>
                {shown.map(({ to, icon, name, count }) => (
                  <li key={to}>
                    <Link to={to} className="menu-entry" onClick={onLeave}>
                      <Icon name={icon} />
                      <span>{t(name)}</span>
                      {count && counts && counts[count] > 0 && (
                        <span className="menu-count">
                          {number(counts[count])}
                          <span className="sr-only"> {t('menu.open')}</span>
                        </span>
                      )}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          )
        })}
      </div>
    </nav>
  )
}

/** On small screens the menu takes the focus when it opens, `Esc` closes it, and the focus goes back. */
function useOpenedMenu(isOpen: boolean, onLeave: () => void) {
  const menu = useRef<HTMLElement>(null)
  const leave = useRef(onLeave)
  leave.current = onLeave
  useEffect(() => {
    if (!isOpen) return
    const before = document.activeElement
    menu.current?.querySelector<HTMLElement>('.menu-entry')?.focus()
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'Escape') return
      event.preventDefault()
      leave.current()
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => {
      window.removeEventListener('keydown', onKeyDown, true)
      const isInMenu = menu.current?.contains(document.activeElement)
      if (isInMenu && before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [isOpen])
  return menu
}
