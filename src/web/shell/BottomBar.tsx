import { Link } from '@tanstack/react-router'
import { t } from '../i18n/language.ts'
import { Icon } from '../ui/Icon.tsx'
import { permittedEntries } from './menu-entries.ts'
import { usePermitted } from './use-permits.ts'

/** What fits beside "Menu"; the pages of daily work come first. */
const placesLeft = 3
const daily: readonly string[] = ['/hari-ini', '/keluarga', '/alokasi']

/** The menu of a phone: three pages, and the rest behind "Menu". */
export function BottomBar({
  isMenuOpen,
  onMenu,
}: {
  readonly isMenuOpen: boolean
  readonly onMenu: () => void
}) {
  const entries = permittedEntries(usePermitted())
    .toSorted((left, right) => Number(daily.includes(right.to)) - Number(daily.includes(left.to)))
    .slice(0, placesLeft)
  return (
    <nav className="shell-bottom" aria-label={t('menu.phoneLabel')}>
      {entries.map(({ to, icon, name }) => (
        <Link key={to} to={to} className="bottom-entry">
          <Icon name={icon} />
          {t(name)}
        </Link>
      ))}
      <button
        type="button"
        className="bottom-entry"
        aria-expanded={isMenuOpen}
        aria-controls="menu"
        onClick={onMenu}
      >
        <Icon name="menu" />
        {t('menu.more')}
      </button>
    </nav>
  )
}
