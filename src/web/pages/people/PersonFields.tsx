import type { Organisation } from '#access/schema'
import { languages, t } from '../../i18n/language.ts'

/** The fields that an account has from its beginning and can change. */
export function PersonFields({
  organisations,
  values,
}: {
  readonly organisations: readonly Organisation[]
  readonly values?: {
    readonly displayName: string
    readonly organisationId: string
    readonly language: string
  }
}) {
  return (
    <>
      <p className="field">
        <label htmlFor="displayName">{t('person.displayName')}</label>
        <input
          className="input"
          id="displayName"
          name="displayName"
          defaultValue={values?.displayName}
          minLength={2}
          maxLength={120}
          autoComplete="off"
          required
        />
      </p>
      <p className="field">
        <label htmlFor="organisationId">{t('person.organisation')}</label>
        <select
          className="input"
          id="organisationId"
          name="organisationId"
          defaultValue={values?.organisationId}
        >
          {organisations.map(({ organisationId, name }) => (
            <option key={organisationId} value={organisationId}>
              {name}
            </option>
          ))}
        </select>
        {values && <span className="form-hint">{t('person.moveNote')}</span>}
      </p>
      <p className="field">
        <label htmlFor="language">{t('person.language')}</label>
        <select className="input" id="language" name="language" defaultValue={values?.language}>
          {languages.map((language) => (
            <option key={language} value={language}>
              {t(`language.${language}`)}
            </option>
          ))}
        </select>
      </p>
    </>
  )
}

/** What a form of `PersonFields` says. */
export function readPersonFields(form: HTMLFormElement) {
  const entries = new FormData(form)
  const language = languages.find((known) => known === entries.get('language')) ?? 'id'
  return {
    displayName: String(entries.get('displayName') ?? '').trim(),
    organisationId: String(entries.get('organisationId') ?? ''),
    language,
  }
}
