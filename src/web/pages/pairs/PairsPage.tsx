import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { PairVerdict } from '#registry/schema'
import { pairsQuery } from '../../api/queries.ts'
import { number } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Meter } from '../../ui/Meter.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { usePageKeys } from '../../ui/page-keys.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { LookNote } from './LookNote.tsx'
import { PairAgreement } from './PairAgreement.tsx'
import { PairChoices } from './PairChoices.tsx'
import { PairView } from './PairView.tsx'
import { usePairDecisions } from './use-pair-decisions.ts'
import { isWaiting, WardSays } from './WardSays.tsx'
import './pairs.css'

/** What a practised reviewer takes. */
const secondsAPair = 10

const route = getRouteApi('/officer/pasangan')

/** Two records that may be one person, with the evidence, one pair at a time. */
export function PairsPage() {
  const query = useInfiniteQuery(pairsQuery)
  const { kunci } = route.useSearch()
  const navigate = route.useNavigate()
  const show = (pairKey: string) => void navigate({ search: { kunci: pairKey }, replace: true })
  const decisions = usePairDecisions({ onReturn: show })
  const pairs = query.data?.pages.flatMap((page) => page.pairs) ?? []
  const total = Math.max(pairs.length, query.data?.pages[0]?.total ?? 0)
  const done = query.data?.pages[0]?.done
  const found = pairs.findIndex(({ pairKey }) => pairKey === kunci)
  const index = Math.max(0, found)
  const pair = pairs[index]

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query
  // A link may point far down the list, and the next pair is there before it is asked for.
  const isShort = index >= pairs.length - 3 || (kunci !== undefined && found === -1)
  useEffect(() => {
    if (isShort && hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [isShort, hasNextPage, isFetchingNextPage, fetchNextPage])

  function step(by: 1 | -1): void {
    const next = pairs[index + by]
    if (next) show(next.pairKey)
  }
  /** The pair leaves, and the next one stands in its place. */
  function answer(verdict: PairVerdict): void {
    if (!pair) return
    const next = pairs[index + 1] ?? pairs[index - 1]
    void decisions.decide(pair, verdict)
    if (next) show(next.pairKey)
  }
  /** One question to the ward; the pair stays, and the next one is looked at. */
  function askWard(): void {
    if (!pair) return
    if (!isWaiting(pair)) void decisions.ask(pair)
    step(1)
  }
  usePageKeys([
    { key: 'arrowright', label: t('pairs.next'), run: () => step(1) },
    { key: 'arrowleft', label: t('pairs.previous'), run: () => step(-1) },
    { key: 's', label: t('pairs.saySame'), run: () => answer('same-person') },
    { key: 'b', label: t('pairs.sayOther'), run: () => answer('other-person') },
    { key: 'y', label: t('pairs.sayLater'), run: askWard },
    { key: 'z', label: t('pairs.undo'), run: () => void decisions.undo() },
  ])

  return (
    <div className="page">
      <PageHead
        title={t('pairs.title')}
        tabTitle={t('menu.pairs')}
        crumbs={[t('menu.pairs'), pair?.left.wardName].filter(Boolean).join(' › ')}
        actions={
          pair && (
            <div className="pairs-place">
              <p className="dim">
                {t('pairs.place', {
                  at: number(index + 1),
                  total: number(total),
                  minutes: number(Math.ceil((total * secondsAPair) / 60)),
                })}
              </p>
              <Meter
                max={total}
                height={5}
                parts={[{ tone: 'brand', value: index + 1, name: t('pairs.progress') }]}
              />
              <button
                type="button"
                className="button"
                aria-disabled={index === 0}
                onClick={() => step(-1)}
              >
                <Icon name="back" size={16} label={t('pairs.previous')} />
              </button>
              <button
                type="button"
                className="button"
                aria-disabled={index + 1 >= total}
                onClick={() => step(1)}
              >
                <Icon name="forward" size={16} label={t('pairs.next')} />
              </button>
            </div>
          )
        }
      />
      {query.isError ? (
        <ErrorNotice error={query.error} onRetry={() => query.refetch()} />
      ) : query.isPending ? (
        <Skeleton shape="list" />
      ) : pair ? (
        <>
          <PairChoices
            failure={decisions.failure}
            onSame={() => answer('same-person')}
            onOther={() => answer('other-person')}
            onLater={askWard}
          />
          <LookNote pair={pair} />
          <WardSays pair={pair} />
          <PairView pair={pair} key={pair.pairKey} />
        </>
      ) : (
        <>
          {decisions.failure != null && <DeedFailure error={decisions.failure} />}
          <div className="card empty">
            <h2>
              {done && done.judged > 0
                ? t('pairs.doneAll', { judged: number(done.judged), same: number(done.same) })
                : t('pairs.none')}
            </h2>
            {done && done.judged > 0 && <p>{t('pairs.none')}</p>}
            {done && done.latest.length > 0 && (
              <button type="button" className="button" onClick={() => void decisions.undo()}>
                {t('pairs.undo')} <kbd>Z</kbd>
              </button>
            )}
          </div>
          <PairAgreement />
        </>
      )}
    </div>
  )
}
