import { useQuery } from '@tanstack/react-query'
import type { HealthGroup, SystemHealth } from '#upkeep/schema'
import { systemHealthQuery } from '../../api/settings-calls.ts'
import { moment, number } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { showToast } from '../../ui/toast.ts'
import { downloadText } from './download-text.ts'
import './health.css'

type State = SystemHealth['state']

/** Whether the system is well, in one look: the worst first, each with what it means and what to do. */
export function HealthPage() {
  const query = useQuery(systemHealthQuery())

  async function refresh(): Promise<void> {
    const { isSuccess } = await query.refetch()
    if (isSuccess) showToast(t('health.refreshed'))
  }

  return (
    <div className="page">
      <PageHead
        title={t('menu.health')}
        note={query.data && t('health.note', { when: moment(query.data.at) })}
        actions={
          <button
            type="button"
            className="button"
            aria-disabled={query.isFetching}
            onClick={() => void refresh()}
          >
            {t('health.refresh')}
          </button>
        }
      />
      {query.isRefetchError && <ErrorNotice error={query.error} onRetry={() => void refresh()} />}
      <Loaded query={query} shape="cards">
        {(health) => (
          <>
            <p className="lead" role="status">
              {sentenceOf(health)}
            </p>
            <div className="columns-2">
              {worstFirst(health.groups).map((group) => (
                <GroupCard key={group.group} group={group} />
              ))}
            </div>
            <ForHelper text={health.text} at={health.at} />
          </>
        )}
      </Loaded>
    </div>
  )
}

function sentenceOf({ groups }: SystemHealth): string {
  const count = (wanted: State) =>
    groups.flatMap(({ findings }) => findings).filter(({ state }) => state === wanted).length
  const [grave, look] = [count('grave'), count('look')]
  if (grave + look === 0) return t('health.good')
  return t('health.counts', { grave: number(grave), look: number(look) })
}

const order: readonly State[] = ['grave', 'look', 'good']

/** What is worst stands first; among equals the order stays. */
function worstFirst<Item extends { readonly state: State }>(items: readonly Item[]): Item[] {
  return items.toSorted((left, right) => order.indexOf(left.state) - order.indexOf(right.state))
}

function GroupCard({ group: { title, findings } }: { readonly group: HealthGroup }) {
  return (
    <section className="card card-flush">
      <div className="card-head">
        <h2>{title}</h2>
      </div>
      <ul className="health-list">
        {worstFirst(findings).map(({ code, state, meaning, about, remedy }) => (
          <li key={`${code} ${about.join()}`}>
            <StateWord state={state} />
            <div className="stack health-what">
              <p>{meaning}</p>
              {about.length > 0 && <p className="small ink2">{about.join(', ')}</p>}
              {remedy !== null && <p>{t('health.todo', { remedy })}</p>}
              {state !== 'good' && <code className="small dim">{code}</code>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

const marks: Readonly<Record<State, { readonly icon: IconName; readonly look: string }>> = {
  good: { icon: 'check', look: 'received' },
  look: { icon: 'mark', look: 'promised' },
  grave: { icon: 'warning', look: 'late' },
}

/** A state by mark and word. */
function StateWord({ state }: { readonly state: State }) {
  const { icon, look } = marks[state]
  return (
    <span className={`health-state text-${look}`}>
      <span className={`state-mark state-${look}`}>
        <Icon name={icon} size={12} />
      </span>
      {t(`health.state.${state}`)}
    </span>
  )
}

function ForHelper({ text, at }: { readonly text: string; readonly at: string }) {
  const fileName = `betang-kesehatan-${at.slice(0, 10)}.txt`
  async function copy(): Promise<void> {
    // Without HTTPS a browser has no clipboard for pages.
    if (!('clipboard' in navigator)) return downloadText(text, fileName)
    await navigator.clipboard.writeText(text)
    showToast(t('health.copied'))
  }
  return (
    <section className="stack">
      <p className="ink2">{t('health.helper')}</p>
      <p className="row">
        <button type="button" className="button" onClick={() => void copy()}>
          <Icon name="copy" size={16} />
          {t('health.copy')}
        </button>
        <button type="button" className="button" onClick={() => downloadText(text, fileName)}>
          <Icon name="download" size={16} />
          {t('health.download')}
        </button>
      </p>
    </section>
  )
}
