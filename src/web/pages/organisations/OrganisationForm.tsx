import type { FormEvent } from 'react'
import { type NewOrganisation, organisationKinds } from '#access/schema'
import { t } from '../../i18n/language.ts'
import type { Sending } from '../../shell/use-send.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { sectorName, sectorOrder } from '../../ui/sectors.ts'
import '../people/people.css'

/** Name, kind, sectors and further names of an organisation, to be made or changed. */
export function OrganisationForm({
  values,
  sending,
  onSave,
}: {
  readonly values: NewOrganisation
  readonly sending: Sending
  readonly onSave: (values: NewOrganisation) => void
}) {
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const entries = new FormData(event.currentTarget)
    const lines = String(entries.get('aliases') ?? '').split('\n')
    onSave({
      name: String(entries.get('name') ?? '').trim(),
      kind: organisationKinds.find((kind) => kind === entries.get('kind')) ?? 'agency',
      sectors: sectorOrder.filter((sector) => entries.getAll('sector').includes(sector)),
      aliases: lines.map((line) => line.trim()).filter((line) => line !== ''),
    })
  }

  return (
    <form className="card form" onSubmit={submit}>
      {sending.failure !== null && <DeedFailure error={sending.failure} />}
      <p className="field">
        <label htmlFor="name">{t('orgs.name')}</label>
        <input
          className="input"
          id="name"
          name="name"
          defaultValue={values.name}
          minLength={2}
          maxLength={120}
          autoComplete="off"
          required
        />
      </p>
      <p className="field">
        <label htmlFor="kind">{t('orgs.kind')}</label>
        <select className="input" id="kind" name="kind" defaultValue={values.kind}>
          {organisationKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`orgKind.${kind}`)}
            </option>
          ))}
        </select>
      </p>
      <fieldset className="choices">
        <legend>{t('orgs.sectors')}</legend>
        <p className="form-hint">{t('orgs.sectorsWhy')}</p>
        {sectorOrder.map((sector) => (
          <label key={sector} className="choice">
            <input
              type="checkbox"
              name="sector"
              value={sector}
              defaultChecked={values.sectors.includes(sector)}
            />
            <span>{sectorName(sector)}</span>
          </label>
        ))}
      </fieldset>
      <p className="field">
        <label htmlFor="aliases">{t('orgs.aliases')}</label>
        <textarea
          className="input"
          id="aliases"
          name="aliases"
          rows={5}
          defaultValue={values.aliases.join('\n')}
          aria-describedby="aliases-hint"
          spellCheck="false"
        />
        <span className="form-hint" id="aliases-hint">
          {t('orgs.aliasesWhy')}
        </span>
      </p>
      <p>
        <button type="submit" className="button button-main" aria-disabled={sending.isBusy}>
          {t('orgs.save')}
        </button>
      </p>
    </form>
  )
}
