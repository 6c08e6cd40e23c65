import type { FormEvent } from 'react'
import { t } from '../../i18n/language.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { WordsField } from '../../ui/WordsField.tsx'

/** The reason of a decision, and the button that makes it. */
export function ReasonAndSend(props: {
  readonly deed: string
  readonly isBusy: boolean
  readonly failure: unknown
  readonly onSend: (reason: string) => void
}) {
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    props.onSend(String(new FormData(event.currentTarget).get('reason')))
  }
  return (
    <form className="card stack" onSubmit={submit}>
      <WordsField name="reason" label={t('change.reason')} maxLength={1000} />
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
