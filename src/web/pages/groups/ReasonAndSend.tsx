import { type FormEvent, useId } from 'react'
import { t } from '../../i18n/language.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'

/** The reason of a decision, and the button that makes it. */
export function ReasonAndSend(props: {
  readonly deed: string
  readonly isBusy: boolean
  readonly failure: unknown
  readonly onSend: (reason: string) => void
}) {
  const reasonId = useId()
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    props.onSend(String(new FormData(event.currentTarget).get('reason')))
  }
  return (
    <form className="card stack" onSubmit={submit}>
      <div className="field">
        <label htmlFor={reasonId}>{t('change.reason')}</label>
        <input
          id={reasonId}
          className="input"
          name="reason"
          required
          minLength={3}
          maxLength={1000}
        />
      </div>
      <p className="row-wrap">
        <button type="submit" className="button button-main" aria-disabled={props.isBusy}>
          {props.deed}
        </button>
        <span className="small dim">{t('group.undoable')}</span>
      </p>
      {props.failure != null && <DeedFailure error={props.failure} />}
    </form>
  )
}
