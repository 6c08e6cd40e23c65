import { Link } from '@tanstack/react-router'
import { t } from '../i18n/language.ts'
import { Icon } from '../ui/Icon.tsx'

const entries = [
  { to: '/hari-ini', icon: 'home', name: 'menu.today' },
  { to: '/keluarga', icon: 'families', name: 'menu.families' },
  { to: '/alokasi', icon: 'allocation', name: 'menu.allocation' },
] as const

/** The menu of a phone: three pages, and the rest behind "Menu". */
export function BottomBar({
  isMenuOpen,
  onMenu,
}: {
  readonly isMenuOpen: boolean
  readonly onMenu: () => void
}) {
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
