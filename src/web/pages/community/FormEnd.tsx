import { t } from '../../i18n/language.ts'

/** The deed itself, and the way out of it. */
export function FormEnd({
  deed,
  isBusy,
  onCancel,
}: {
  readonly deed: string
  readonly isBusy: boolean
  readonly onCancel: () => void
}) {
  return (
    <p className="row">
      <button type="submit" className="button button-main" aria-disabled={isBusy}>
        {deed}
      </button>
      <button type="button" className="button" onClick={onCancel}>
        {t('community.cancel')}
      </button>
    </p>
  )
}
