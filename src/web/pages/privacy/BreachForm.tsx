import { useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { dataClasses, type NewBreach } from '#access/schema'
import { breachesQuery, enterBreach } from '../../api/privacy-calls.ts'
import { codeWords, t } from '../../i18n/language.ts'
import { useSend } from '../../shell/use-send.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { WordsField } from '../../ui/WordsField.tsx'
import { instantOf, localNow, textOf } from './privacy-words.ts'

/** A breach as far as it is known; what is not known yet is amended later. */
export function BreachForm({ onDone }: { readonly onDone: () => void }) {
  const { isBusy, failure, send } = useSend()
  const queryClient = useQueryClient()

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const body = readForm(event.currentTarget)
    void send(async (key) => {
      await enterBreach(body, key)
      void queryClient.invalidateQueries({ queryKey: breachesQuery.queryKey })
      onDone()
    }, body)
  }
  return (
    <form className="card form" onSubmit={submit}>
      <h2>{t('breach.new')}</h2>
      {failure !== null && <DeedFailure error={failure} />}
      <WordsField name="title" label={t('breach.title')} maxLength={120} />
      <p className="field">
        <label htmlFor="knownAt">{t('breach.knownAt')}</label>
        <input
          className="input"
          id="knownAt"
          name="knownAt"
          type="datetime-local"
          defaultValue={localNow()}
          max={localNow()}
          aria-describedby="knownAt-hint"
          required
        />
        <span className="form-hint" id="knownAt-hint">
          {t('request.receivedHint')}
        </span>
      </p>
      <WordsField name="revealed" label={t('breach.revealed')} maxLength={2000} isLong />
      <fieldset className="choices">
        <legend>{t('breach.classes')}</legend>
        {dataClasses.map((name) => (
          <label key={name} className="choice">
            <input
              type="checkbox"
              name="dataClasses"
              value={name}
              defaultChecked={name === 'family'}
            />
            {codeWords('dataClass', name)}
          </label>
        ))}
      </fieldset>
      <WordsField name="happened" label={t('breach.happened')} maxLength={2000} isLong />
      <WordsField name="handling" label={t('breach.handling')} maxLength={2000} isLong />
      <WordsField name="recovery" label={t('breach.recovery')} maxLength={2000} isLong />
      <p className="field">
        <label htmlFor="subjectCount">{t('breach.count')}</label>
        <input
          className="input"
          id="subjectCount"
          name="subjectCount"
          type="number"
          min={0}
          aria-describedby="subjectCount-hint"
        />
        <span className="form-hint" id="subjectCount-hint">
          {t('breach.countHint')}
        </span>
      </p>
      <p className="row">
        <button type="submit" className="button button-main" aria-disabled={isBusy}>
          {t('breach.save')}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {t('action.close')}
        </button>
      </p>
    </form>
  )
}

function readForm(form: HTMLFormElement): NewBreach {
  const count = textOf(form, 'subjectCount')
  const chosen = new FormData(form).getAll('dataClasses')
  return {
    title: textOf(form, 'title'),
    knownAt: instantOf(textOf(form, 'knownAt')),
    revealed: textOf(form, 'revealed'),
    dataClasses: dataClasses.filter((name) => chosen.includes(name)),
    happened: textOf(form, 'happened'),
    handling: textOf(form, 'handling'),
    recovery: textOf(form, 'recovery'),
    subjectCount: count === '' ? null : Number(count),
  }
}
