import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { SubjectRequest } from '#access/schema'
import { subjectRequestQuery } from '../../api/privacy-calls.ts'
import { moment, properName } from '../../i18n/format.ts'
import { codeWords, t } from '../../i18n/language.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { ChangesCard } from './ChangesCard.tsx'
import { ExportCard } from './ExportCard.tsx'
import { IdentityCard } from './IdentityCard.tsx'
import { MarkCard } from './MarkCard.tsx'
import { StepForm } from './StepForm.tsx'
import { TermState } from './TermState.tsx'
import '../people/people.css'
import './privacy.css'

const route = getRouteApi('/officer/permintaan-data/$requestNo')

/** One request: its clock, who asks, whose data it is, what happened, and the next step. */
export function RequestPage() {
  const { requestNo } = route.useParams()
  const query = useQuery(subjectRequestQuery(requestNo))
  return (
    <div className="page">
      <PageHead
        title={query.data ? codeWords('requestKind', query.data.kind) : t('menu.privacy')}
        crumbs={<Link to="/permintaan-data">{t('menu.privacy')}</Link>}
        note={t('privacy.ticket', { no: requestNo })}
      />
      <Loaded query={query} shape="cards">
        {(request) => <RequestView request={request} />}
      </Loaded>
    </div>
  )
}

function RequestView({ request }: { readonly request: SubjectRequest }) {
  const queryClient = useQueryClient()
  function onChange(changed: SubjectRequest): void {
    const { queryKey } = subjectRequestQuery(String(changed.requestNo))
    queryClient.setQueryData(queryKey, changed)
    for (const state of ['open', 'closed']) {
      void queryClient.invalidateQueries({ queryKey: ['subject-requests', state] })
    }
  }
  const isOpen = request.closedAt === null
  return (
    <div className="privacy-columns">
      <div className="stack">
        <section className="card stack">
          <p>
            <b>{codeWords('requestState', request.state)}</b>
          </p>
          <p>
            <TermState clock={request.clock} />
          </p>
          <blockquote className="request-wish">{request.wish}</blockquote>
          <p className="ink2">
            {properName(request.askerName)}, {codeWords('channel', request.channel)}
            {request.contact !== '' && ` · ${request.contact}`}
          </p>
          {request.guardian && (
            <p className="ink2">
              {t('privacy.forChild')}: {codeWords('guardianRelation', request.guardian.relation)} (
              {request.guardian.proof})
            </p>
          )}
          {request.kind === 'deletion' && request.state === 'done' && (
            <p className="small dim">{t('request.afterDeletion')}</p>
          )}
        </section>
        <StepsCard request={request} />
      </div>
      <div className="stack">
        <IdentityCard request={request} onChange={onChange} />
        {request.kind === 'correction' && <ChangesCard request={request} onChange={onChange} />}
        <MarkCard request={request} onChange={onChange} />
        {request.isIdentityChecked && <ExportCard request={request} />}
        {isOpen && (
          <StepForm
            key={`${request.state} ${request.steps.length}`}
            request={request}
            onChange={onChange}
          />
        )}
      </div>
    </div>
  )
}

function StepsCard({ request: { steps } }: { readonly request: SubjectRequest }) {
  return (
    <section className="card stack">
      <h2>{t('request.log')}</h2>
      <ol className="request-steps">
        {steps.map((step) => (
          <li key={`${step.at} ${step.state} ${step.note}`}>
            <b>{codeWords('requestState', step.state)}</b>{' '}
            <span className="dim">
              {moment(step.at)} · {step.by}
            </span>
            <p className="ink2">{noteWords(step.note)}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The first notes are codes: how the request came in, how identity was shown. */
function noteWords(note: string): string {
  const group = ['desk', 'paper', 'phone', 'account'].includes(note) ? 'channel' : 'means'
  return /^[a-z-]+$/.test(note) ? codeWords(group, note) : note
}
