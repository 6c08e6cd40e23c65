import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { todayQuery } from '../api/queries.ts'
import { number } from '../i18n/format.ts'
import { t } from '../i18n/language.ts'
import { Icon } from '../ui/Icon.tsx'
import { Mark } from '../ui/Mark.tsx'
import { menuGroups } from './menu-entries.ts'

/** The menu at the left, with my open work beside each entry. */
export function SideMenu({
  isOpen,
  onLeave,
}: {
  readonly isOpen: boolean
  readonly onLeave: () => void
}) {
  const { data: today } = useQuery(todayQuery)
  const counts = today && { ...today.counts, today: today.items.length }

  return (
    <nav className="shell-menu" data-open={isOpen} aria-label={t('menu.label')} id="menu">
      <div className="menu-entries">
        <Link to="/hari-ini" className="brand" onClick={onLeave}>
          <Mark />
          <span>
            <b>Betang</b>
            <small>{t('app.city')}</small>
          </span>
        </Link>
        {menuGroups.map(({ title, entries }) => (
          <div key={entries[0].to}>
            {title && <p className="menu-group">{t(title)}</p>}
            <ul>
              {entries.map(({ to, icon, name, count }) => (
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
        ))}
      </div>
    </nav>
  )
}
