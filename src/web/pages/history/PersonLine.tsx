import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { PersonHistory } from '#registry/schema'
import { familyQuery, personHistoryQuery } from '../../api/queries.ts'
import { day, moment, properName } from '../../i18n/format.ts'
import { codeWords, t } from '../../i18n/language.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { placeWords } from '../family/ListsCard.tsx'
import type { HistorySearch } from '../page-search.ts'

/** The members of the family as it is now, each with a way to the own line. */
export function PersonChoice({
  familyId,
  search,
}: {
  readonly familyId: string
  readonly search: HistorySearch
}) {
  const { data: family } = useQuery(familyQuery(familyId))
  if (!family || family.members.length === 0) return null
  return (
    <nav className="card row-wrap" aria-label={t('history.ofPerson')}>
      <b>{t('history.ofPerson')}</b>
      {family.members.map(({ personId, name }) => (
        <Link
          key={personId}
          to="/keluarga/$familyId/riwayat"
          params={{ familyId: family.familyId }}
          search={{ ...search, orang: personId }}
          className="button button-small"
          {...(search.orang === personId && { 'aria-current': 'true' as const })}
        >
          {name === '' ? t('history.someone') : properName(name)}
        </Link>
      ))}
    </nav>
  )
}

/** One person: names, numbers and families, each with the time in which the register said it. */
export function PersonLine({
  personId,
  search,
  title,
}: {
  readonly personId: string
  readonly search: HistorySearch
  /** Where the page tells the name already. */
  readonly title?: string
}) {
  const query = useQuery(personHistoryQuery(personId, search.diketahui, search.keadaan))
  return (
    <Loaded query={query} shape="list">
      {(history) => <Line history={history} title={title} />}
    </Loaded>
  )
}

function Line({
  history,
  title,
}: {
  readonly history: PersonHistory
  readonly title: string | undefined
}) {
  const { names, identifiers, memberships, mergedFrom } = history
  const name = names[0]?.name
  return (
    <section className="card stack" aria-labelledby="person-line">
      <h2 id="person-line">{title ?? (name ? properName(name) : t('history.someone'))}</h2>
      <h3>{t('history.names')}</h3>
      <ul className="change-lines">
        {names.map((line) => (
          <li key={line.recordedFrom}>
            {properName(line.name)} <Times line={line} />
          </li>
        ))}
      </ul>
      <h3>{t('history.identifiers')}</h3>
      <ul className="change-lines">
        {identifiers.map((line) => (
          <li key={`${line.type} ${line.value} ${line.recordedFrom} ${line.status}`}>
            <b>{line.type.toUpperCase()}</b> {line.value}{' '}
            <span className="chip">{codeWords('history.number', line.status)}</span>
            {!line.isWhole && <span className="chip">{t('history.numberPart')}</span>}{' '}
            <Times line={line} />
            <span className="small dim" title={line.sources.map(placeWords).join('; ')}>
              {' '}
              {t('history.numberRows', { count: line.sources.length })}
            </span>
          </li>
        ))}
      </ul>
      <h3>{t('history.memberships')}</h3>
      <ul className="change-lines">
        {memberships.map((line) => (
          <li key={line.recordedFrom}>
            <Link to="/keluarga/$familyId/riwayat" params={{ familyId: line.familyId }}>
              {line.headName ? properName(line.headName) : t('history.family')}
            </Link>
            {line.relation && ` · ${codeWords('value.relation', line.relation)}`}{' '}
            <Times line={line} />
            <Periods periods={line.periods} />
          </li>
        ))}
      </ul>
      {mergedFrom.map((line) => (
        <p key={`${line.personId} ${line.recordedFrom}`} className="small">
          {t('history.mergedPerson')} <code>{line.personId}</code> <Times line={line} />
        </p>
      ))}
    </section>
  )
}

function Times({
  line: { recordedFrom, recordedTo },
}: {
  readonly line: { readonly recordedFrom: string; readonly recordedTo: string | null }
}) {
  return (
    <span className="small dim">
      {recordedTo === null
        ? t('history.recordedSince', { from: moment(recordedFrom) })
        : t('history.recordedUntil', { from: moment(recordedFrom), to: moment(recordedTo) })}
    </span>
  )
}

function Periods({ periods }: Pick<PersonHistory['memberships'][number], 'periods'>) {
  return periods
    .filter(({ from, to, end }) => from ?? to ?? end)
    .map(({ from, to, end }) => (
      <p key={`${from} ${to}`} className="small">
        {t('history.period', {
          from: from === null ? t('history.notKnown') : day(from),
          to: to === null ? t('history.notKnown') : day(to),
        })}
        {end && ` (${codeWords('history.end', end)})`}
      </p>
    ))
}
