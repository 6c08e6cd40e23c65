import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Action } from '#access/schema'
import { ownGrantsQuery } from '../api/queries.ts'
import { codeWords, t } from '../i18n/language.ts'
import { roleName, scopeWords } from '../pages/people/grant-words.ts'
import { DeedFailure } from '../ui/DeedFailure.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { homeOf } from './menu-entries.ts'
import { useActAs } from './use-act-as.ts'

/** A page outside the role in use: which role that is, which others there are, whom to ask. */
export function NotPermittedPage({ action }: { readonly action: Action }) {
  const { data } = useQuery(ownGrantsQuery)
  const { failure, actAs } = useActAs()
  const [inUse, ...others] = data?.grants ?? []
  return (
    <div className="page">
      <PageHead title={t('refusedPage.title')} />
      <p className="lead">
        {inUse
          ? t('refusedPage.text', { role: roleName(inUse.role), what: codeWords('may', action) })
          : t('refusedPage.noRole')}
      </p>
      {failure !== null && <DeedFailure error={failure} />}
      {others.length > 0 && (
        <section className="stack">
          <h2>{t('refusedPage.other')}</h2>
          <p className="row">
            {others.map((grant) => (
              <button
                key={grant.grantId}
                type="button"
                className="button"
                onClick={() => actAs(grant)}
              >
                {roleName(grant.role)} · {scopeWords(grant)}
              </button>
            ))}
          </p>
        </section>
      )}
      {inUse && <p className="ink2">{t('refusedPage.ask')}</p>}
      <p>
        <Link to={homeOf(data?.actions ?? [])} className="button">
          {t('action.back')}
        </Link>
      </p>
    </div>
  )
}
