import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { todayQuery } from '../api/queries.ts'
import { day } from '../i18n/format.ts'
import { t } from '../i18n/language.ts'
import { usePermits } from '../shell/use-permits.ts'
import { Icon } from '../ui/Icon.tsx'
import { PageHead } from '../ui/PageHead.tsx'

/** Documents made from the same data as the pages. */
export function ReportsPage() {
  const { data: today } = useQuery({ ...todayQuery, enabled: usePermits('read-picture') })
  return (
    <div className="page">
      <PageHead title={t('menu.reports')} note={t('reports.note')} />
      <section className="card stack">
        <h2>{t('reports.oppkpke')}</h2>
        <p className="ink2">{t('reports.oppkpkeWhat')}</p>
        {today?.on === null ? (
          <p className="text-unknown">{t('today.noDataHow')}</p>
        ) : (
          <p className="row">
            <a className="button button-main" href="/api/v1/reports/oppkpke.xlsx" download>
              <Icon name="download" size={18} />
              {t('reports.download')}
            </a>
            {today?.on && (
              <span className="small dim">{t('reports.on', { day: day(today.on) })}</span>
            )}
          </p>
        )}
      </section>
      <section className="card stack">
        <h2>{t('reports.tables')}</h2>
        <p className="ink2">{t('reports.tablesWhat')}</p>
        <ul className="row">
          <li>
            <Link to="/alokasi">{t('menu.allocation')}</Link>
          </li>
          <li>
            <Link to="/kota">{t('menu.dashboard')}</Link>
          </li>
          <li>
            <Link to="/keluarga">{t('menu.families')}</Link>
          </li>
        </ul>
      </section>
    </div>
  )
}
