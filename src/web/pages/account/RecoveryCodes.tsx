import { t } from '../../i18n/language.ts'
import { showToast } from '../../ui/toast.ts'

interface Props {
  readonly codes: readonly string[]
  readonly onDone: () => void
}

/** Recovery codes, which are shown this once. */
export function RecoveryCodes({ codes, onDone }: Props) {
  return (
    <div className="stack">
      <h3>{t('own.recovery')}</h3>
      <p>{t('own.recoveryLead')}</p>
      <ol className="own-codes">
        {codes.map((code) => (
          <li key={code}>
            <code className="own-code">{code}</code>
          </li>
        ))}
      </ol>
      <p className="row">
        <button
          type="button"
          className="button"
          onClick={() =>
            void navigator.clipboard
              .writeText(codes.join('\n'))
              .then(() => showToast(t('own.recoveryCopied')))
          }
        >
          {t('own.recoveryCopy')}
        </button>
        <button type="button" className="button button-main" onClick={onDone}>
          {t('own.recoveryDone')}
        </button>
      </p>
    </div>
  )
}
