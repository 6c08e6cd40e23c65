import { Link } from '@tanstack/react-router'
import type { Dashboard } from '#insight/schema'
import { number, percent } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { Meter } from '../../ui/Meter.tsx'

/** Families with a need: served by nobody, by one, by several. */
export function ServedBar({ served }: Pick<Dashboard, 'served'>) {
  const all = served.none + served.one + served.several
  const rows = [
    { word: 'belum', tone: 'gap', name: t('filter.served.none'), count: served.none },
    { word: 'satu', tone: 'cat-2', name: t('filter.served.one'), count: served.one },
    { word: 'beberapa', tone: 'brand', name: t('filter.served.several'), count: served.several },
  ] as const
  return (
    <section className="card">
      <h2>{t('city.servedTitle')}</h2>
      <p className="small dim">{t('city.servedUnit')}</p>
      <div className="bar-rows city-bars">
        {rows.map(({ word, tone, name, count }) => (
          <div key={word}>
            <p className="bar-row-head">
              <Link to="/keluarga" search={{ dilayani: word }}>
                {name}
              </Link>
              <span>
                <b>{number(count)}</b>{' '}
                <span className="dim">{all > 0 && percent(count / all)}</span>
              </span>
            </p>
            <Meter max={all} parts={[{ tone, value: count, name }]} />
          </div>
        ))}
      </div>
    </section>
  )
}

const mostBars = 8

/** In how many lists a family stands: one family, many lists, or only one. */
export function ListCountBars({ dashboard }: { readonly dashboard: Dashboard }) {
  const { familiesByListCount, families } = dashboard
  const shown = familiesByListCount.slice(0, mostBars)
  const most = Math.max(1, ...familiesByListCount.map((row) => row.families))
  const inSeveral = familiesByListCount
    .filter(({ lists }) => lists > 1)
    .reduce((sum, row) => sum + row.families, 0)
  return (
    <section className="card">
      <h2>{t('city.listsTitle', { share: percent(families > 0 ? inSeveral / families : 0) })}</h2>
      <p className="small dim">{t('city.listsUnit')}</p>
      <div className="list-bars">
        {shown.map(({ lists, families: count }) => (
          <div key={lists} className="list-bar">
            <span>{t('city.listsRow', { count: lists })}</span>
            <Meter
              max={most}
              hasTrack={false}
              parts={[{ tone: lists === 1 ? 'cat-3' : 'brand', value: count, name: number(count) }]}
            />
            <span className="num">{number(count)}</span>
          </div>
        ))}
      </div>
    </section>
  )
}
