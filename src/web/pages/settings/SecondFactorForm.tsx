import { useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { roles as allRoles, type Role } from '#access/schema'
import { serverSettingsQuery } from '../../api/settings-calls.ts'
import { t } from '../../i18n/language.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { roleName } from '../people/grant-words.ts'
import { useSaveSettings } from './use-save-settings.ts'

/** The roles whose holders need more than a password. */
export function SecondFactorForm({ roles }: { readonly roles: readonly Role[] }) {
  const { isBusy, failure, save } = useSaveSettings()
  const { data: server } = useQuery(serverSettingsQuery())

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const chosen = new FormData(event.currentTarget).getAll('role')
    save({ secondFactorRoles: allRoles.filter((role) => chosen.includes(role)) })
  }

  return (
    <form className="card form settings-wide" onSubmit={submit} aria-labelledby="factor-title">
      <div className="stack">
        <h2 id="factor-title">{t('settings.secondFactor')}</h2>
        <p className="form-hint">{t('settings.secondFactorWhy')}</p>
      </div>
      {server?.needsSecondFactor && (
        <p className="notice notice-plain">{t('settings.secondFactorAll')}</p>
      )}
      {failure !== null && <DeedFailure error={failure} />}
      <fieldset className="choices settings-roles">
        <legend>{t('settings.secondFactorRoles')}</legend>
        {allRoles.map((role) => (
          <label key={role} className="choice">
            <input type="checkbox" name="role" value={role} defaultChecked={roles.includes(role)} />
            <span>{roleName(role)}</span>
          </label>
        ))}
      </fieldset>
      <p>
        <button type="submit" className="button button-main" aria-disabled={isBusy}>
          {t('settings.save')}
        </button>
      </p>
    </form>
  )
}
