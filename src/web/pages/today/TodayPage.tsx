import { useQuery } from '@tanstack/react-query'
import type { Today, TodayItem } from '#insight/schema'
import { sessionQuery, todayQuery } from '../../api/queries.ts'
import { longDay, number } from '../../i18n/format.ts'
import { factName, t } from '../../i18n/language.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import './today.css'

const icons: { readonly [Kind in TodayItem['kind']]: IconName } = {
  quarantine: 'files',
  'file-fault': 'warning',
  pair: 'pairs',
  'pair-question': 'pairs',
  question: 'question',
  'offer-question': 'offers',
  unserved: 'families',
  findings: 'files',
}

/** What waits for a person today, most effect on families first. */
export function TodayPage() {
  const query = useQuery(todayQuery)
  const { data: account } = useQuery(sessionQuery)
  return (
    <div className="page">
      <PageHead
        title={account ? t('today.greeting', { name: account.displayName }) : t('menu.today')}
        tabTitle={t('menu.today')}
        {...(query.data?.on ? { note: t('today.on', { day: longDay(query.data.on) }) } : {})}
      />
      <Loaded query={query} shape="list">
        {(today) => <Queue today={today} />}
      </Loaded>
    </div>
  )
}

function Queue({ today }: { readonly today: Today }) {
  if (today.on === null) {
    return (
      <div className="card empty">
        <h2>{t('today.noData')}</h2>
        <p className="ink2">{t('today.noDataHow')}</p>
      </div>
    )
  }
  if (today.items.length === 0) {
    return (
      <div className="card empty">
        <h2>{t('today.empty')}</h2>
        <p className="ink2">{t('today.emptyNext')}</p>
        <AppLink href="/keluarga" className="button">
          {t('today.openFamilies')}
        </AppLink>
      </div>
    )
  }
  const first = today.items.find(({ familyCount }) => familyCount !== null)
  return (
    <>
      <p className="lead">
        <b>{t('today.waiting', { count: number(today.items.length) })}</b>{' '}
        {first &&
          first.familyCount !== null &&
          t('today.mostEffect', { families: number(first.familyCount) })}
      </p>
      <ol className="card card-flush queue">
        {today.items.map((item, index) => (
          <QueueRow
            key={`${item.kind}${item.label}${item.href}`}
            item={item}
            isFirst={index === 0}
          />
        ))}
      </ol>
      <p className="small dim queue-keys">{t('today.keysHint')}</p>
    </>
  )
}

function QueueRow({ item, isFirst }: { readonly item: TodayItem; readonly isFirst: boolean }) {
  const count = number(item.count)
  const isFault = item.kind === 'file-fault'
  return (
    <li className="queue-row" data-late={isFault || undefined}>
      <Icon name={icons[item.kind]} />
      <div className="queue-words">
        <AppLink href={item.href} className="row-link queue-link" isRow>
          {titleOf(item, count)}
        </AppLink>
        <p className="small dim">{t(`today.${item.kind}.why`)}</p>
      </div>
      <p className="queue-effect">
        {item.familyCount === null ? (
          <span className="dim">{t('today.effectUnknown')}</span>
        ) : (
          t('today.effect', { families: number(item.familyCount) })
        )}
      </p>
      {isFirst && (
        <span className="button button-main button-small queue-open" aria-hidden>
          {t('today.openFirst')}
        </span>
      )}
    </li>
  )
}

function titleOf({ kind, label }: TodayItem, count: string): string {
  switch (kind) {
    case 'quarantine':
      return t('today.quarantine', { label, count })
    case 'file-fault':
      return t('today.file-fault', { label })
    case 'pair':
      return t('today.pair', { count })
    case 'pair-question':
      return t('today.pair-question', { count })
    case 'question':
      return t('today.question', { label: factName(label), count })
    case 'offer-question':
      return t('today.offer-question', { label, count })
    case 'unserved':
      return t('today.unserved', { count })
    case 'findings':
      return t('today.findings', { label, count })
  }
}
