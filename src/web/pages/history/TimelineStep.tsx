import { Link } from '@tanstack/react-router'
import type { FamilyHistory } from '#registry/schema'
import { moment, properName } from '../../i18n/format.ts'
import { codeWords, factName, t } from '../../i18n/language.ts'
import { valueWords } from '../family/value-words.ts'

type Step = FamilyHistory['steps'][number]

/** One run that made something otherwise: when, by which list or decision, and what. */
export function TimelineStep({ step }: { readonly step: Step }) {
  const { kind, joined, left, mergedFrom, partedTo, changes } = step
  return (
    <li className="timeline-step">
      <h3>
        <time dateTime={step.at}>{moment(step.at)}</time>
        {kind !== 'changed' && <span className="chip">{codeWords('history.kind', kind)}</span>}
      </h3>
      <Causes step={step} />
      {joined.map(({ personId, name }) => (
        <p key={personId}>{t('history.joined', { name: nameWords(name) })}</p>
      ))}
      {left.map(({ personId, name }) => (
        <p key={personId}>{t('history.left', { name: nameWords(name) })}</p>
      ))}
      {mergedFrom.map((id) => (
        <p key={id}>
          {t('history.mergedFrom')} <OldFamily familyId={id} />
        </p>
      ))}
      {partedTo.map((id) => (
        <p key={id}>
          {t('history.partedTo')} <OldFamily familyId={id} />
        </p>
      ))}
      {changes.length > 0 && <Changes changes={changes} />}
    </li>
  )
}

function OldFamily({ familyId }: { readonly familyId: string }) {
  return (
    <Link to="/keluarga/$familyId/riwayat" params={{ familyId }}>
      {familyId}
    </Link>
  )
}

function Causes({ step: { lists, decisions } }: { readonly step: Step }) {
  return (
    <ul className="list-lines">
      {lists.map(({ file, title, provider, rowsAdded, rowsRemoved }) => (
        <li key={`${file} ${title}`}>
          <b>{title || file}</b>{' '}
          <span className="dim" title={file}>
            {provider && `${provider}, `}
            {rowsAdded > 0 && t('history.rowsAdded', { count: rowsAdded })}
            {rowsAdded > 0 && rowsRemoved > 0 && ', '}
            {rowsRemoved > 0 && t('history.rowsRemoved', { count: rowsRemoved })}
          </span>
        </li>
      ))}
      {decisions.map(({ changeNo, kind, field, isTakenBack, organisation, reason }) => (
        <li key={`${changeNo} ${isTakenBack}`}>
          <b>
            {isTakenBack
              ? t('history.takenBack', { what: codeWords('history.decision', kind) })
              : codeWords('history.decision', kind)}
          </b>{' '}
          <span className="dim">
            {field && `${factName(field)}, `}
            {organisation}
            {reason && `: ${reason}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Changes({ changes }: { readonly changes: Step['changes'] }) {
  return (
    <ul className="change-lines">
      {changes.map(({ person, field, from, to }) => (
        <li key={`${person?.personId} ${field}`}>
          <span className="dim">
            {person ? `${nameWords(person.name)}, ` : ''}
            {factName(field)}:
          </span>{' '}
          <del>{from === null ? t('history.notKnown') : valueWords(field, from)}</del>
          <span aria-hidden="true"> → </span>
          <ins>{to === null ? t('history.notKnown') : valueWords(field, to)}</ins>
        </li>
      ))}
    </ul>
  )
}

function nameWords(name: string | null): string {
  return name === null ? t('history.someone') : properName(name)
}
