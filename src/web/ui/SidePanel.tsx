import { type ReactNode, useEffect, useId, useRef } from 'react'
import { t } from '../i18n/language.ts'
import { Icon } from './Icon.tsx'

/**
 * A panel beside the page: the page stays in use, `Esc` closes, and the focus goes back to where
 * it came from. On phones it rises from below.
 */
export function SidePanel({
  title,
  onClose,
  children,
}: {
  readonly title: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const titleId = useId()
  const panel = useRef<HTMLElement>(null)
  const close = useRef(onClose)
  close.current = onClose

  useEffect(() => {
    const before = document.activeElement
    panel.current?.focus()
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      close.current()
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => {
      window.removeEventListener('keydown', onKeyDown, true)
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])

  return (
    <section
      className="side-panel"
      role="dialog"
      aria-labelledby={titleId}
      tabIndex={-1}
      ref={panel}
    >
      <div className="side-panel-head">
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="icon-button" onClick={onClose}>
          <Icon name="close" label={t('action.close')} />
        </button>
      </div>
      {children}
    </section>
  )
}
