import { t } from '../i18n/language.ts'
import { Icon } from './Icon.tsx'
import { hideToast, useToast } from './toast.ts'

/** What was just done, at the foot of the screen; read out politely, with its undo where it has one. */
export function Toast() {
  const { text, undo } = useToast()
  return (
    <div role="status" className={text === '' ? 'sr-only' : 'toast'}>
      {text !== '' && (
        <>
          <Icon name="check" size={16} />
          <span>{text}</span>
          {undo && (
            <button
              type="button"
              className="toast-undo"
              onClick={() => {
                hideToast()
                undo()
              }}
            >
              {t('action.undo')}
            </button>
          )}
        </>
      )}
    </div>
  )
}
