import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { t } from '../i18n/language.ts'
import { useActiveKeys } from '../ui/page-keys.ts'

const shownKeys: Readonly<Record<string, string>> = {
  escape: 'Esc',
  arrowdown: '↓',
  arrowup: '↑',
  arrowleft: '←',
  arrowright: '→',
}

/** The keys that work on this page. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const keys = useActiveKeys()
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={onClose} className="palette-screen">
      <Modal className="palette">
        <Dialog className="palette-dialog keys-dialog stack">
          <Heading slot="title" level={2}>
            {t('keys.title')}
          </Heading>
          <dl className="keys-list">
            {[{ key: 'ctrlk', label: t('keys.search') }, ...keys].map(({ key, label }) => (
              <div key={key} className="contents">
                <dt>
                  <kbd className="kbd">
                    {key === 'ctrlk' ? 'Ctrl K' : (shownKeys[key] ?? key.toUpperCase())}
                  </kbd>
                </dt>
                <dd>{label}</dd>
              </div>
            ))}
            <dt>
              <kbd className="kbd">Enter</kbd>
            </dt>
            <dd>{t('keys.open')}</dd>
          </dl>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
