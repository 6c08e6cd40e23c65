import type { FamilyAsOf } from '#registry/schema'
import { day, properName } from '../../i18n/format.ts'
import { codeWords, factName, t } from '../../i18n/language.ts'
import { placeWords } from '../family/ListsCard.tsx'
import { valueWords } from '../family/value-words.ts'

/** The family on the days that were asked, with where each value came from. */
export function AsOfCard({ family }: { readonly family: FamilyAsOf }) {
  const { isKnown, knownOn, validOn, headName, members, absent, dwellings, rows } = family
  const undated = rows.filter(({ on }) => on === null).length
  const later = rows.filter(({ isCounted }) => !isCounted).length
  return (
    <section className="card stack" aria-labelledby="as-of">
      <h2 id="as-of">{asOfWords(knownOn, validOn)}</h2>
      {!isKnown && <p>{t('history.unknownThen')}</p>}
      {isKnown && (
        <>
          <p className="lead">
            {headName
              ? t('history.headThen', { name: properName(headName), count: members.length })
              : t('history.membersThen', { count: members.length })}
          </p>
          {validOn !== null && (
            <p className="small dim">{t('history.rowsThen', { later, undated })}</p>
          )}
          <Values values={family.values} />
          {members.map((member) => (
            <Member key={member.personId} member={member} />
          ))}
          {absent.map(({ personId, name, reason }) => (
            <p key={personId}>
              {nameWords(name)}: {codeWords('history.absent', reason)}
            </p>
          ))}
          {dwellings.map(({ wardName, from, to, source }) => (
            <p key={from} title={placeWords(source)}>
              {to === null
                ? t('history.livesIn', { ward: wardName, from: day(from) })
                : t('history.livedIn', { ward: wardName, from: day(from), to: day(to) })}
            </p>
          ))}
        </>
      )}
    </section>
  )
}

/** Which two days are told; a day that is not asked is the present. */
export function asOfWords(knownOn: string | null, validOn: string | null): string {
  if (validOn === null && knownOn === null) return t('history.asNow')
  if (validOn === null) return t('history.asKnown', { known: day(knownOn ?? '') })
  if (knownOn === null) return t('history.asWas', { valid: day(validOn) })
  return t('history.asWasAndKnown', { valid: day(validOn), known: day(knownOn) })
}

function Member({ member }: { readonly member: FamilyAsOf['members'][number] }) {
  const { name, relation, status, periods, values } = member
  const told = periods.filter(({ from, to, end }) => from ?? to ?? end)
  return (
    <details className="past-member">
      <summary>
        <b>{nameWords(name)}</b>{' '}
        <span className="dim">
          {relation && valueWords('relation', relation)}
          {status !== 'active' && ` · ${codeWords('history.status', status)}`}
        </span>
      </summary>
      {told.map(({ from, to, end }) => (
        <p key={`${from} ${to}`} className="small">
          {t('history.period', {
            from: from === null ? t('history.notKnown') : day(from),
            to: to === null ? t('history.notKnown') : day(to),
          })}
          {end && ` (${codeWords('history.end', end)})`}
        </p>
      ))}
      <Values values={values} />
    </details>
  )
}

export function Values({ values }: { readonly values: FamilyAsOf['values'] }) {
  return (
    <dl className="past-values">
      {values.map(({ field, value, source, otherCount }) => (
        <div key={field}>
          <dt>{factName(field)}</dt>
          <dd>
            {valueWords(field, value)}
            {source && <span className="small dim">{placeWords(source)}</span>}
            {otherCount > 0 && (
              <span className="small dim">{t('history.others', { count: otherCount })}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function nameWords(name: string | null): string {
  return name === null ? t('history.someone') : properName(name)
}
