import type { FormEvent } from 'react'
import { endMark } from '../../api/privacy-calls.ts'
import { day, moment } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { useSend } from '../../shell/use-send.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { WordsField } from '../../ui/WordsField.tsx'
import { textOf } from './privacy-words.ts'
import type { RequestPart } from './request-part.ts'

/** The mark that a granted request left at the family: since when, or who ended it and why. */
export function MarkCard({ request: { mark, requestNo }, onChange }: RequestPart) {
  const { isBusy, failure, send } = useSend()
  if (mark === null) return null

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const reason = textOf(event.currentTarget, 'reason')
    void send(async () => onChange(await endMark(requestNo, { reason })))
  }
  return (
    <section className="card stack">
      <h2>{t('mark.title')}</h2>
      <p>
        <b>{t(`mark.${mark.kind}`)}</b>{' '}
        <span className="dim">{t('mark.since', { since: day(mark.since.slice(0, 10)) })}</span>
      </p>
      {mark.endedAt === null ? (
        <form className="form" onSubmit={submit}>
          {failure !== null && <DeedFailure error={failure} />}
          <WordsField name="reason" label={t('mark.endReason')} maxLength={500} isLong />
          <p>
            <button type="submit" className="button" aria-disabled={isBusy}>
              {t('mark.end')}
            </button>
          </p>
        </form>
      ) : (
        <p>
          {t('mark.ended', { at: moment(mark.endedAt), by: mark.endedBy ?? '' })}{' '}
          <span className="ink2">{mark.endedReason}</span>
        </p>
      )}
    </section>
  )
}
