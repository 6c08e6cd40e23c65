import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { SubjectRequestLine } from '#access/schema'
import { subjectRequestsQuery } from '../../api/privacy-calls.ts'
import { properName } from '../../i18n/format.ts'
import { codeWords, t } from '../../i18n/language.ts'
import { Paged } from '../../ui/Paged.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { TermState } from './TermState.tsx'

/** Requests, late ones on top, page after page. */
export function RequestsView() {
  const [state, setState] = useState<'open' | 'closed'>('open')
  const query = useInfiniteQuery(subjectRequestsQuery(state))
  const requests = query.data?.pages.flatMap((page) => page.requests) ?? []
  const [first] = query.data?.pages ?? []
  return (
    <>
      {first && (
        <p className="lead">
          <b>
            {first.openCount === 0
              ? t('privacy.leadNone')
              : t('privacy.lead', { open: first.openCount, late: first.lateCount })}
          </b>
        </p>
      )}
      <section className="card card-flush">
        <div className="card-head">
          <Segmented
            name={t('privacy.which')}
            choices={[
              { id: 'open', label: t('privacy.open') },
              { id: 'closed', label: t('privacy.closed') },
            ]}
            chosen={state}
            onChoose={setState}
          />
        </div>
        <Paged
          query={query}
          count={requests.length}
          empty={
            <div className="empty">
              <h2>{state === 'open' ? t('privacy.none') : t('privacy.noneClosed')}</h2>
              <p className="ink2">{t('privacy.noneHow')}</p>
            </div>
          }
        >
          <RequestTable requests={requests} />
        </Paged>
      </section>
    </>
  )
}

function RequestTable({ requests }: { readonly requests: readonly SubjectRequestLine[] }) {
  return (
    <div className="table-scroll">
      <table className="table table-cards">
        <caption className="sr-only">{t('privacy.part.requests')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('privacy.column.what')}</th>
            <th scope="col">{t('privacy.column.who')}</th>
            <th scope="col">{t('privacy.column.state')}</th>
            <th scope="col">{t('privacy.column.due')}</th>
          </tr>
        </thead>
        <tbody>
          {requests.map((request) => (
            <tr key={request.requestNo}>
              <th scope="row">
                <Link
                  to="/permintaan-data/$requestNo"
                  params={{ requestNo: String(request.requestNo) }}
                  className="row-link"
                  data-row=""
                >
                  {codeWords('requestKind', request.kind)}
                </Link>
                <span className="cell-note">{t('privacy.ticket', { no: request.requestNo })}</span>
              </th>
              <td data-label={t('privacy.column.who')}>
                {properName(request.askerName)}
                <span className="cell-note">
                  {codeWords('channel', request.channel)}
                  {request.isForChild && ` · ${t('privacy.forChild')}`}
                </span>
              </td>
              <td data-label={t('privacy.column.state')}>
                {codeWords('requestState', request.state)}
              </td>
              <td data-label={t('privacy.column.due')}>
                <TermState clock={request.clock} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
