import { useQuery } from '@tanstack/react-query'
import type { RetentionPlan } from '#access/schema'
import { retentionQuery } from '../../api/privacy-calls.ts'
import { number } from '../../i18n/format.ts'
import { codeWords, inLanguage, t } from '../../i18n/language.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { periodWords } from './privacy-words.ts'

/** What the rules of retention would do now; nothing is done from here. */
export function RetentionView() {
  const query = useQuery(retentionQuery)
  return (
    <Loaded query={query} shape="list">
      {(plan) => <Plan plan={plan} />}
    </Loaded>
  )
}

function Plan({ plan: { lines } }: { readonly plan: RetentionPlan }) {
  const count = lines.reduce((sum, { due }) => sum + (due ?? 0), 0)
  return (
    <>
      <p className="lead">
        <b>{count === 0 ? t('retention.leadNone') : t('retention.lead', { count })}</b>{' '}
        {t('retention.how')}
      </p>
      <div className="card card-flush table-scroll">
        <table className="table table-cards">
          <caption className="sr-only">{t('privacy.part.retention')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('retention.what')}</th>
              <th scope="col">{t('retention.period')}</th>
              <th scope="col">{t('retention.then')}</th>
              <th scope="col" className="num">
                {t('retention.due')}
              </th>
              <th scope="col">{t('retention.source')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <PlanRow key={line.code} line={line} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function PlanRow({ line }: { readonly line: RetentionPlan['lines'][number] }) {
  const { what, period, countedFrom, action, due, source, isSettled } = line
  const isKeptAnyway = action === 'keep' && period === 'P0D'
  return (
    <tr>
      <th scope="row">{inLanguage(what.id, what.en)}</th>
      <td data-label={t('retention.period')}>
        {isKeptAnyway ? '–' : periodWords(period)}
        <span className="cell-note">
          {t('retention.at', { when: inLanguage(countedFrom.id, countedFrom.en) })}
        </span>
      </td>
      <td data-label={t('retention.then')}>{codeWords('retentionAction', action)}</td>
      <td className="num" data-label={t('retention.due')}>
        {due === null || due === 0 ? <span className="dim">–</span> : number(due)}
      </td>
      <td data-label={t('retention.source')}>
        {source}
        {!isSettled && <span className="cell-note">{t('retention.proposal')}</span>}
      </td>
    </tr>
  )
}
