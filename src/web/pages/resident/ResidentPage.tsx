import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { PersonCard, PersonGroup } from '#registry/schema'
import { personQuery } from '../../api/community-calls.ts'
import { day, moment, properName } from '../../i18n/format.ts'
import { codeWords, t } from '../../i18n/language.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { type FactState, StateMark } from '../../ui/StateMark.tsx'
import { PersonLine } from '../history/PersonLine.tsx'
import '../history/history.css'
import './resident.css'

const route = getRouteApi('/officer/warga/$personId')

/** One resident: family, what Dukcapil says of the record, groups, and the record's own past. */
export function ResidentPage() {
  const { personId } = route.useParams()
  const query = useQuery(personQuery(personId))
  return (
    <div className="page">
      <Loaded query={query} shape="cards">
        {(person) => <Resident person={person} />}
      </Loaded>
    </div>
  )
}

function Resident({ person }: { readonly person: PersonCard }) {
  const { familyId, personId, status } = person
  const params = { familyId }
  const head = person.headName === null ? t('history.family') : properName(person.headName)
  return (
    <>
      <PageHead
        title={person.name === null ? t('resident.someone') : properName(person.name)}
        crumbs={
          <>
            <Link to="/keluarga">{t('menu.families')}</Link>
            {' › '}
            <Link to="/keluarga/$familyId" params={params}>
              {t('resident.ofFamily', { name: head })}
            </Link>
          </>
        }
        note={[
          person.relation === null
            ? t('resident.ofFamily', { name: head })
            : t('resident.inFamily', {
                relation: asTitle(codeWords('value.relation', person.relation)),
                name: head,
              }),
          person.wardName,
          status === 'active' ? '' : t(`history.status.${status}`),
        ]
          .filter(Boolean)
          .join(' · ')}
        actions={
          <Link
            to="/keluarga/$familyId/riwayat"
            params={params}
            search={{ orang: personId }}
            className="button"
          >
            {t('resident.history')}
          </Link>
        }
      />
      {person.mergedInto !== null && <p className="notice">{t('resident.merged')}</p>}
      <div className="columns-2">
        <DukcapilCard dukcapil={person.dukcapil} />
        <GroupsCard groups={person.groups} />
      </div>
      <PersonLine personId={personId} search={{}} title={t('resident.recorded')} />
    </>
  )
}

function asTitle(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const marks: { readonly [State in PersonCard['dukcapil']['state']]: FactState } = {
  belum_dicek: 'unknown',
  padan: 'received',
  tidak_padan: 'late',
  meninggal: 'late',
  pindah: 'late',
  ganda: 'late',
}

/** What the service answered; where nobody was asked it says so and why. */
function DukcapilCard({ dukcapil }: Pick<PersonCard, 'dukcapil'>) {
  const { state, at, source, isConnected, canBeAsked } = dukcapil
  const isAnswered = state !== 'belum_dicek'
  return (
    <section className="card stack" aria-labelledby="dukcapil">
      <h2 id="dukcapil">{t('resident.dukcapil')}</h2>
      <p className={`resident-state text-${marks[state]}`}>
        <StateMark state={marks[state]} /> <b>{t(`resident.state.${state}`)}</b>
      </p>
      {isAnswered && at !== null && (
        <p>{t('resident.answered', { source: source ?? 'Dukcapil', at: moment(at) })}</p>
      )}
      {isAnswered && !isConnected && <p className="dim">{t('resident.answeredBefore')}</p>}
      {!isAnswered && !isConnected && <p>{t('resident.notConnected')}</p>}
      {!isAnswered && !canBeAsked && <p>{t('resident.cannotAsk')}</p>}
      {!isAnswered && isConnected && canBeAsked && <p>{t('resident.waits')}</p>}
      {!isAnswered && (
        <p>
          <Link to="/mutu-data/$code" params={{ code: 'not-confirmed' }}>
            {t('resident.worklist')}
          </Link>
        </p>
      )}
    </section>
  )
}

/** Groups that the person belongs to, then those of before. */
function GroupsCard({ groups }: Pick<PersonCard, 'groups'>) {
  return (
    <section className="card stack" aria-labelledby="groups">
      <h2 id="groups">{t('resident.groups')}</h2>
      {groups.length === 0 ? (
        <p className="dim">{t('resident.noGroups')}</p>
      ) : (
        <ul className="resident-groups">
          {groups.map((group) => (
            <li key={group.changeNo}>
              <Link to="/kelompok/$groupId" params={{ groupId: group.groupId }}>
                {group.name}
              </Link>{' '}
              <span className="cell-note">{groupWords(group)}</span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link to="/kelompok">{t('resident.findGroups')}</Link>
      </p>
    </section>
  )
}

function groupWords({ role, kind, wardName, from, to }: PersonGroup): string {
  const time =
    to === null
      ? t('resident.since', { from: day(from) })
      : t('resident.until', { from: day(from), to: day(to) })
  return [t(`groupRole.${role}`), time, t(`groupKind.${kind}`), wardName].join(' · ')
}
