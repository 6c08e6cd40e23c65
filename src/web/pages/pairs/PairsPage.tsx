import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect } from 'react'
import { pairsQuery } from '../../api/queries.ts'
import { number } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Meter } from '../../ui/Meter.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { usePageKeys } from '../../ui/page-keys.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { PairView } from './PairView.tsx'
import './pairs.css'

const route = getRouteApi('/officer/pasangan')

/** Two records that may be one person, with the evidence, one pair at a time. */
export function PairsPage() {
  const query = useInfiniteQuery(pairsQuery)
  const { nomor } = route.useSearch()
  const navigate = route.useNavigate()
  const pairs = query.data?.pages.flatMap((page) => page.pairs) ?? []
  const total = query.data?.pages[0]?.total ?? 0
  const found = pairs.findIndex(({ pairNo }) => pairNo === nomor)
  const index = Math.max(0, found)
  const pair = pairs[index]

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query
  // A link may point far down the list, and the next pair is there before it is asked for.
  const isShort = index >= pairs.length - 3 || (nomor !== undefined && found === -1)
  useEffect(() => {
    if (isShort && hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [isShort, hasNextPage, isFetchingNextPage, fetchNextPage])

  function step(by: 1 | -1): void {
    const next = pairs[index + by]
    if (next) void navigate({ search: { nomor: next.pairNo }, replace: true })
  }
  usePageKeys([
    { key: 'arrowright', label: t('pairs.next'), run: () => step(1) },
    { key: 'arrowleft', label: t('pairs.previous'), run: () => step(-1) },
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
                {t('pairs.place', { at: number(index + 1), total: number(total) })}
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
        <PairView pair={pair} key={pair.pairNo} />
      ) : (
        <div className="card empty">
          <h2>{t('pairs.none')}</h2>
        </div>
      )}
    </div>
  )
}
