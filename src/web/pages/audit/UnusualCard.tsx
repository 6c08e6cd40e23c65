import { useQuery } from '@tanstack/react-query'
import type { UnusualPattern } from '#access/schema'
import { unusualQuery } from '../../api/audit-queries.ts'
import { moment, number } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { Loaded } from '../../ui/Loaded.tsx'

const days = 30

/** Looks worth a question, newest first, each with the way to its events. */
export function UnusualCard() {
  const query = useQuery(unusualQuery(days))
  return (
    <section className="card stack">
      <div>
        <h2>{t('audit.unusual')}</h2>
        <p className="dim">{t('audit.unusualNote', { days })}</p>
      </div>
      <Loaded query={query} shape="list">
        {({ patterns }) =>
          patterns.length === 0 ? (
            <p>{t('audit.unusualNone')}</p>
          ) : (
            <ul className="audit-unusual">
              {patterns.map((pattern) => (
                <UnusualLine
                  key={`${pattern.kind}${pattern.accountId}${pattern.lastAt}`}
                  pattern={pattern}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  )
}

function UnusualLine({ pattern }: { readonly pattern: UnusualPattern }) {
  const { userName, actorName, accountId, organisationName, firstAt, lastAt, usual } = pattern
  const search = new URLSearchParams({
    oleh: userName ?? accountId,
    sejak: dayOf(firstAt),
    sampai: dayOf(lastAt),
  })
  return (
    <li>
      <p>
        <b>{actorName ?? userName ?? accountId}</b> {whatWords(pattern)}
        {usual !== null && (
          <span className="dim"> ({t('audit.usual', { count: number(usual) })})</span>
        )}
      </p>
      <p className="dim">
        {moment(firstAt)}
        {organisationName !== null && ` · ${organisationName}`} ·{' '}
        <AppLink href={`/jejak?${search}`}>{t('audit.show')}</AppLink>
      </p>
    </li>
  )
}

function whatWords({ kind, subjects }: UnusualPattern): string {
  if (kind === 'own-family') return t('audit.unusual.own-family')
  return t(`audit.unusual.${kind}`, { count: number(subjects) })
}

/** The civil day of a moment, where this device stands. */
function dayOf(instant: string): string {
  const at = new Date(instant)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}
