import type { FormEvent } from 'react'
import { type SessionLimits, sessionBounds } from '#access/schema'
import { number } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { useSaveSettings } from './use-save-settings.ts'

/** When somebody who signed in has to sign in again. */
export function SessionsForm({ sessions }: { readonly sessions: SessionLimits }) {
  const { isBusy, failure, save } = useSaveSettings()

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const entries = new FormData(event.currentTarget)
    save({
      sessions: {
        idleMinutes: Number(entries.get('idleMinutes')),
        longestMinutes: Number(entries.get('longestMinutes')),
      },
    })
  }

  return (
    <form className="card form" onSubmit={submit} aria-labelledby="sessions-title">
      <div className="stack">
        <h2 id="sessions-title">{t('settings.sessions')}</h2>
        <p className="form-hint">{t('settings.sessionsWhy')}</p>
      </div>
      {failure !== null && <DeedFailure error={failure} />}
      <MinutesField name="idleMinutes" label={t('settings.idle')} value={sessions.idleMinutes} />
      <MinutesField
        name="longestMinutes"
        label={t('settings.longest')}
        value={sessions.longestMinutes}
      />
      <p>
        <button type="submit" className="button button-main" aria-disabled={isBusy}>
          {t('settings.save')}
        </button>
      </p>
    </form>
  )
}

function MinutesField({
  name,
  label,
  value,
}: {
  readonly name: keyof typeof sessionBounds
  readonly label: string
  readonly value: number
}) {
  const { least, most } = sessionBounds[name]
  return (
    <p className="field">
      <label htmlFor={name}>{label}</label>
      <input
        className="input settings-minutes"
        id={name}
        name={name}
        type="number"
        inputMode="numeric"
        min={least}
        max={most}
        step={1}
        defaultValue={value}
        aria-describedby={`${name}-hint`}
        required
      />
      <span className="form-hint" id={`${name}-hint`}>
        {t('settings.between', { least: number(least), most: number(most) })}
      </span>
    </p>
  )
}
