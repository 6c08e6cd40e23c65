import type { FormEvent } from 'react'
import { t } from '../../i18n/language.ts'
import { type HistorySearch, readHistorySearch } from '../page-search.ts'

/** The two days of a look into the past, each with what it means. */
export function TwoDays({
  search,
  onSearch,
}: {
  readonly search: HistorySearch
  readonly onSearch: (next: HistorySearch) => void
}) {
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    onSearch(readHistorySearch(Object.fromEntries(new FormData(event.currentTarget))))
  }

  return (
    <form className="card two-days" onSubmit={submit}>
      <h2>{t('history.onDay')}</h2>
      {search.orang && <input type="hidden" name="orang" value={search.orang} />}
      <div className="field">
        <label htmlFor="history-valid">{t('history.validOn')}</label>
        <input
          className="input"
          id="history-valid"
          name="keadaan"
          type="date"
          defaultValue={search.keadaan}
          aria-describedby="history-valid-note"
        />
        <p className="small dim" id="history-valid-note">
          {t('history.validOnNote')}
        </p>
      </div>
      <div className="field">
        <label htmlFor="history-known">{t('history.knownOn')}</label>
        <input
          className="input"
          id="history-known"
          name="diketahui"
          type="date"
          defaultValue={search.diketahui}
          aria-describedby="history-known-note"
        />
        <p className="small dim" id="history-known-note">
          {t('history.knownOnNote')}
        </p>
      </div>
      <p className="row two-days-actions">
        <button type="submit" className="button">
          {t('history.show')}
        </button>
        {Object.keys(search).length > 0 && (
          <button type="button" className="link-button" onClick={() => onSearch({})}>
            {t('history.clear')}
          </button>
        )}
      </p>
    </form>
  )
}
