import { useQuery } from '@tanstack/react-query'
import type { PrivacyPage, ProcessingActivity } from '#access/schema'
import { privacyQuery } from '../../api/privacy-calls.ts'
import { day } from '../../i18n/format.ts'
import { codeWords, currentLanguage, inLanguage, t } from '../../i18n/language.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Loaded } from '../../ui/Loaded.tsx'

/** The records of processing, and the papers made from them. */
export function RecordsView() {
  const query = useQuery(privacyQuery)
  return <Loaded query={query}>{(page) => <Records page={page} />}</Loaded>
}

function Records({ page: { records } }: { readonly page: PrivacyPage }) {
  const { activities, version, date } = records
  const language = currentLanguage()
  return (
    <>
      <p className="lead">
        <b>{t('records.lead', { count: activities.length, version, date: day(date) })}</b>
      </p>
      <div className="columns-2">
        <section className="card stack">
          <h2>{t('records.notice')}</h2>
          <p className="ink2">{t('records.noticeNote')}</p>
          <p className="row">
            <Paper href="/api/v1/privacy/notice?language=id" label={t('records.inIndonesian')} />
            <Paper href="/api/v1/privacy/notice?language=en" label={t('records.inEnglish')} />
          </p>
        </section>
        <section className="card stack">
          <h2>{t('records.assessment')}</h2>
          <p className="ink2">{t('records.assessmentNote')}</p>
          <p className="row">
            <Paper href={`/api/v1/privacy/assessment?language=${language}`} label="HTML" />
            <Paper
              href={`/api/v1/privacy/assessment?format=md&language=${language}`}
              label="Markdown"
            />
          </p>
        </section>
      </div>
      <section className="card card-flush">
        <div className="card-head">
          <h2>{t('records.all')}</h2>
          <p className="page-actions">
            {(['html', 'csv', 'json'] as const).map((format) => (
              <Paper
                key={format}
                href={`/api/v1/privacy/records?format=${format}&language=${language}`}
                label={format.toUpperCase()}
              />
            ))}
          </p>
        </div>
        {activities.map((activity) => (
          <ActivityRow key={activity.code} activity={activity} />
        ))}
      </section>
    </>
  )
}

function Paper({ href, label }: { readonly href: string; readonly label: string }) {
  return (
    <a className="button button-small" href={href} download>
      <Icon name="download" size={16} />
      {label}
    </a>
  )
}

function ActivityRow({ activity }: { readonly activity: ProcessingActivity }) {
  const { name, purpose, legalBasis, recipients, responsible, dataClasses } = activity
  const letters = legalBasis.map(({ letter }) => letter).join(', ')
  return (
    <article className="activity">
      <h3>{inLanguage(name.id, name.en)}</h3>
      <p>{inLanguage(purpose.id, purpose.en)}</p>
      <p className="chips">
        {dataClasses.map((dataClass) => (
          <span key={dataClass} className="chip">
            {codeWords('dataClass', dataClass)}
          </span>
        ))}
      </p>
      <p className="small dim">
        {t('records.basis', { letters })} ·{' '}
        {t('records.recipients', {
          who: recipients.map((one) => inLanguage(one.id, one.en)).join('; '),
        })}{' '}
        · {t('records.responsible', { who: inLanguage(responsible.id, responsible.en) })}
      </p>
    </article>
  )
}
