import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import type { GroupView } from '#registry/schema'
import { groupQuery } from '../../api/community-calls.ts'
import { day } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { plainCode } from '../page-search.ts'
import { textOf } from '../privacy/privacy-words.ts'
import { useMayChange } from './at-home.ts'
import { GroupChanges } from './GroupChanges.tsx'
import { GroupDeeds } from './GroupDeeds.tsx'
import { MembersTable } from './MembersTable.tsx'
import './community.css'

const route = getRouteApi('/officer/kelompok/$groupId')

/** One group on a day: who belongs to it, who did, and all that was written down about it. */
export function GroupPage() {
  const { groupId } = route.useParams()
  const { pada } = route.useSearch()
  const query = useQuery(groupQuery(groupId, pada))
  return (
    <div className="page">
      <Loaded query={query} shape="cards">
        {(group) => <Group group={group} isToday={pada === undefined} />}
      </Loaded>
    </div>
  )
}

function Group({ group, isToday }: { readonly group: GroupView; readonly isToday: boolean }) {
  const mayChange = useMayChange(group) && isToday
  const isOpen = group.closedOn === null
  return (
    <>
      <PageHead
        title={group.name}
        crumbs={
          <>
            <Link to="/kelompok">{t('menu.community')}</Link>
            {' › '}
            <Link to="/kelompok" search={{ kelurahan: plainCode(group.ward) }}>
              {group.wardName}
            </Link>
          </>
        }
        note={[t(`groupKind.${group.kind}`), group.address].filter(Boolean).join(' · ')}
      />
      <p className="lead" role="status">
        {sentenceOf(group, isToday)}
      </p>
      {mayChange && isOpen ? (
        <GroupDeeds group={group}>
          <AsOfDay on={group.on} isToday={isToday} />
        </GroupDeeds>
      ) : (
        <AsOfDay on={group.on} isToday={isToday} />
      )}
      <section className="card card-flush" aria-labelledby="members">
        <div className="card-head">
          <h2 id="members">
            {isToday
              ? t('community.membersNow')
              : t('community.membersThen', { on: day(group.on) })}
          </h2>
        </div>
        {group.members.length === 0 ? (
          <div className="empty community-empty">
            <h3>{t('community.membersNone')}</h3>
            {mayChange && isOpen && <p className="ink2">{t('community.membersNoneHow')}</p>}
          </div>
        ) : (
          <MembersTable
            group={group}
            members={group.members}
            label={t('community.membersNow')}
            mayEnd={mayChange && isOpen}
          />
        )}
      </section>
      {group.past.length > 0 && (
        <section className="card card-flush" aria-labelledby="past">
          <div className="card-head">
            <h2 id="past">{t('community.past')}</h2>
          </div>
          <MembersTable
            group={group}
            members={group.past}
            label={t('community.past')}
            mayEnd={false}
          />
        </section>
      )}
      <GroupChanges group={group} mayChange={mayChange} />
    </>
  )
}

function sentenceOf(group: GroupView, isToday: boolean): string {
  const { members, since, on, isThere, closedOn, closedReason } = group
  if (!isThere && closedOn !== null && closedOn <= on)
    return t('community.sentenceClosed', { on: day(closedOn), reason: closedReason ?? '' })
  if (!isThere) return t('community.notThere', { on: day(on) })
  const count = members.length
  return isToday
    ? t('community.sentence', { count, since: day(since) })
    : t('community.sentenceThen', { count, since: day(since), on: day(on) })
}

/** The day on which the group is looked at. */
function AsOfDay({ on, isToday }: { readonly on: string; readonly isToday: boolean }) {
  const navigate = route.useNavigate()
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const pada = textOf(event.currentTarget, 'pada')
    void navigate({ search: pada === '' ? {} : { pada } })
  }
  return (
    <form className="community-day" onSubmit={submit} key={on}>
      <p className="field">
        <label htmlFor="pada">{t('community.onDay')}</label>
        <input className="input" id="pada" name="pada" type="date" defaultValue={on} />
      </p>
      <button type="submit" className="button">
        {t('community.showDay')}
      </button>
      {!isToday && (
        <button type="button" className="link-button" onClick={() => void navigate({ search: {} })}>
          {t('community.today')}
        </button>
      )}
    </form>
  )
}
