import type { FormEvent } from 'react'
import type { OfficeNames } from '#access/schema'
import { regionName } from '#territory/schema'
import { t } from '../../i18n/language.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { useSaveSettings } from './use-save-settings.ts'

const cityCode = '62.71'

/** Who the office is on what it hands to residents. */
export function OfficeForm({ office }: { readonly office: OfficeNames }) {
  const { isBusy, failure, save } = useSaveSettings()

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const entries = new FormData(event.currentTarget)
    const read = (name: string) => String(entries.get(name) ?? '').trim()
    save({ office: { name: read('name'), unit: read('unit'), contact: read('contact') } })
  }

  return (
    <form className="card form" onSubmit={submit} aria-labelledby="office-title">
      <div className="stack">
        <h2 id="office-title">{t('settings.office')}</h2>
        <p className="form-hint">{t('settings.officeWhy')}</p>
      </div>
      {failure !== null && <DeedFailure error={failure} />}
      <NameField name="name" label={t('settings.officeName')} value={office.name} />
      <NameField name="unit" label={t('settings.officeUnit')} value={office.unit} />
      <NameField name="contact" label={t('settings.officeContact')} value={office.contact} isLong />
      <p className="form-hint">{t('settings.city', { name: regionName(cityCode) })}</p>
      <p>
        <button type="submit" className="button button-main" aria-disabled={isBusy}>
          {t('settings.save')}
        </button>
      </p>
    </form>
  )
}

function NameField({
  name,
  label,
  value,
  isLong = false,
}: {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly isLong?: boolean
}) {
  const common = {
    className: 'input',
    id: `office-${name}`,
    name,
    defaultValue: value,
    maxLength: 160,
    autoComplete: 'off',
    required: true,
  }
  return (
    <p className="field">
      <label htmlFor={`office-${name}`}>{label}</label>
      {isLong ? <textarea {...common} rows={2} /> : <input {...common} />}
    </p>
  )
}
