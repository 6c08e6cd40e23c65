import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useLocation, useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { sessionQuery } from '../api/queries.ts'
import { t } from '../i18n/language.ts'
import { Icon } from '../ui/Icon.tsx'
import { Patterns } from '../ui/Patterns.tsx'
import { moveRow, usePageKeys } from '../ui/page-keys.ts'
import { Toast } from '../ui/Toast.tsx'
import { BottomBar } from './BottomBar.tsx'
import { useAskedProof } from './fresh-proof.ts'
import { SideMenu } from './SideMenu.tsx'
import { useIsOnline } from './use-is-online.ts'
import './shell.css'
import '../ui/bars.css'

const AccountMenu = lazy(async () => ({ default: (await import('./AccountMenu.tsx')).AccountMenu }))
const SearchPalette = lazy(async () => ({
  default: (await import('./SearchPalette.tsx')).SearchPalette,
}))
const StepUpDialog = lazy(async () => ({
  default: (await import('./StepUpDialog.tsx')).StepUpDialog,
}))
const KeysDialog = lazy(async () => ({ default: (await import('./KeysDialog.tsx')).KeysDialog }))

type Overlay = 'search' | 'keys' | null

/** What stands around every page of an officer: menu, search, who is signed in. */
export function Shell() {
  const { data: account } = useQuery(sessionQuery)
  const [overlay, setOverlay] = useState<Overlay>(null)
  const [isMenuOpen, setMenuOpen] = useState(false)
  const isOnline = useIsOnline()
  const proof = useAskedProof()
  const main = useMainFocus()
  useShellKeys(setOverlay, isMenuOpen)

  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        {t('app.skip')}
      </a>
      <SideMenu isOpen={isMenuOpen} onLeave={() => setMenuOpen(false)} />
      <button
        type="button"
        className="menu-scrim"
        data-open={isMenuOpen}
        aria-label={t('action.close')}
        tabIndex={isMenuOpen ? 0 : -1}
        onClick={() => setMenuOpen(false)}
      />
      <div className="shell-body">
        {!isOnline && (
          <p className="offline-line" role="status">
            <Icon name="offline" />
            <span>
              <b>{t('offline.title')}</b> {t('offline.text')}
            </span>
          </p>
        )}
        <header className="shell-top">
          <button
            type="button"
            className="icon-button menu-toggle"
            aria-expanded={isMenuOpen}
            aria-controls="menu"
            onClick={() => setMenuOpen(!isMenuOpen)}
          >
            <Icon name="menu" label={t('menu.label')} />
          </button>
          <button type="button" className="search-button" onClick={() => setOverlay('search')}>
            <Icon name="search" size={18} />
            <span>{t('search.hint')}</span>
            <kbd className="kbd">Ctrl K</kbd>
          </button>
          <div className="shell-right">
            <Link to="/bantuan" className="help-link">
              <Icon name="help" size={18} />
              {t('menu.help')}
            </Link>
            {account && (
              <Suspense fallback={<span className="avatar" />}>
                <AccountMenu account={account} />
              </Suspense>
            )}
          </div>
        </header>
        <main id="main" className="shell-main" tabIndex={-1} ref={main}>
          <Outlet />
        </main>
      </div>
      <BottomBar isMenuOpen={isMenuOpen} onMenu={() => setMenuOpen(!isMenuOpen)} />
      <Patterns />
      <Toast />
      <Suspense fallback={null}>
        {overlay === 'search' && <SearchPalette onClose={() => setOverlay(null)} />}
        {proof && <StepUpDialog onProved={proof.proved} onDeclined={proof.declined} />}
        {overlay === 'keys' && <KeysDialog onClose={() => setOverlay(null)} />}
      </Suspense>
    </div>
  )
}

/** Moves the focus to the page when another opens, so that a screen reader begins there. */
function useMainFocus() {
  const { pathname } = useLocation()
  const main = useRef<HTMLElement>(null)
  const shownPath = useRef(pathname)
  useEffect(() => {
    if (shownPath.current === pathname) return
    shownPath.current = pathname
    main.current?.focus({ preventScroll: true })
  }, [pathname])
  return main
}

function useShellKeys(show: (overlay: Overlay) => void, isMenuOpen: boolean): void {
  const router = useRouter()

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      show('search')
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [show])

  usePageKeys([
    { key: '/', label: t('keys.search'), run: () => show('search') },
    { key: '?', label: t('keys.keys'), run: () => show('keys') },
    { key: 'j', label: t('keys.next'), run: () => moveRow(1) },
    { key: 'k', label: t('keys.previous'), run: () => moveRow(-1) },
    {
      key: 'escape',
      label: t('keys.up'),
      run: () => {
        // The open menu closes itself.
        if (isMenuOpen) return
        const parent = router.state.location.pathname.split('/').slice(0, -1).join('/')
        if (parent !== '') router.history.push(parent)
      },
    },
  ])
}
