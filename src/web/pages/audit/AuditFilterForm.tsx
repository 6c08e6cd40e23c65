import type { FormEvent } from 'react'
import { codeWords, t } from '../../i18n/language.ts'
import { type AuditSearch, readAuditSearch } from '../page-search.ts'

const deeds = [
  'read',
  'search',
  'export',
  'refused',
  'sign-in',
  'sign-in-refused',
  'reset-account',
  'give-grant',
  'read-audit',
  'import',
] as const

/** What is asked of the trail: about whom, by whom, which deed, which days. */
export function AuditFilterForm({
  search,
  onSearch,
}: {
  readonly search: AuditSearch
  readonly onSearch: (next: AuditSearch) => void
}) {
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    onSearch(readAuditSearch(Object.fromEntries(new FormData(event.currentTarget))))
  }

  return (
    <form className="audit-filter" onSubmit={submit}>
      <div className="field">
        <label htmlFor="audit-about">{t('audit.about')}</label>
        <input
          className="input"
          id="audit-about"
          name="tentang"
          defaultValue={search.tentang}
          placeholder={t('audit.aboutHint')}
          autoComplete="off"
          spellCheck="false"
        />
      </div>
      <div className="field">
        <label htmlFor="audit-actor">{t('audit.actor')}</label>
        <input
          className="input"
          id="audit-actor"
          name="oleh"
          defaultValue={search.oleh}
          placeholder={t('audit.actorHint')}
          autoComplete="off"
          spellCheck="false"
        />
      </div>
      <div className="field">
        <label htmlFor="audit-action">{t('audit.action')}</label>
        <select className="input" id="audit-action" name="tindakan" defaultValue={search.tindakan}>
          <option value="">{t('audit.anyAction')}</option>
          {deeds.map((deed) => (
            <option key={deed} value={deed}>
              {codeWords('deed', deed)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="audit-from">{t('audit.from')}</label>
        <input
          className="input"
          id="audit-from"
          name="sejak"
          type="date"
          defaultValue={search.sejak}
        />
      </div>
      <div className="field">
        <label htmlFor="audit-to">{t('audit.to')}</label>
        <input
          className="input"
          id="audit-to"
          name="sampai"
          type="date"
          defaultValue={search.sampai}
        />
      </div>
      <p className="audit-filter-actions">
        <button type="submit" className="button">
          {t('audit.find')}
        </button>
        {Object.keys(search).length > 0 && (
          <button type="button" className="link-button" onClick={() => onSearch({})}>
            {t('audit.clear')}
          </button>
        )}
      </p>
    </form>
  )
}
