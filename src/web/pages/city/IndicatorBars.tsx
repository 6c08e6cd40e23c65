import { Link } from '@tanstack/react-router'
import type { Dashboard } from '#insight/schema'
import { number } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Meter } from '../../ui/Meter.tsx'
import { indicatorName, sectorIcon, sectorName, sectorOrder } from '../../ui/sectors.ts'
import { TableActions } from '../../ui/TableActions.tsx'

/** What families lack, sector by sector: served, not served, and unknown, on one scale. */
export function IndicatorBars({ indicators }: Pick<Dashboard, 'indicators'>) {
  const most = Math.max(1, ...indicators.map((row) => row.families + row.unknownFamilies))
  const first = indicators.toSorted((a, b) => b.families - a.families)[0]
  return (
    <section className="card stack">
      <div className="card-head">
        <h2>
          {first && first.families > 0
            ? t('city.needsTitle', {
                what: indicatorName(first.indicator),
                count: number(first.families),
              })
            : t('city.needs')}
        </h2>
        <TableActions
          fileName={t('city.needs')}
          table={() => ({
            headings: [
              t('family.sector'),
              t('allocation.need'),
              t('city.column.families'),
              t('city.column.unserved'),
              t('city.column.unknown'),
            ],
            rows: indicators.map((row) => [
              sectorName(row.sector),
              indicatorName(row.indicator),
              row.families,
              row.unservedFamilies,
              row.unknownFamilies,
            ]),
          })}
        />
      </div>
      <p className="legend">
        <span>
          <Swatch tone="brand" /> {t('city.legend.served')}
        </span>
        <span>
          <Swatch tone="gap" /> {t('city.legend.unserved')}
        </span>
        <span>
          <Swatch tone="unknown" /> {t('city.legend.unknown')}
        </span>
      </p>
      <div className="indicator-sectors">
        {sectorOrder.map((sector) => (
          <div key={sector}>
            <h3 className="sector-inline">
              <Icon name={sectorIcon(sector)} size={18} /> {sectorName(sector)}
            </h3>
            {indicators
              .filter((row) => row.sector === sector)
              .map((row) => (
                <div key={row.indicator} className="indicator-bar">
                  <p className="bar-row-head small">
                    <Link to="/keluarga" search={{ kurang: row.indicator }}>
                      {indicatorName(row.indicator)}
                    </Link>
                    <span>
                      <b>{number(row.families)}</b>
                      {row.unknownFamilies > 0 && (
                        <span className="text-unknown"> +{number(row.unknownFamilies)}?</span>
                      )}
                    </span>
                  </p>
                  <Meter
                    max={most}
                    height={9}
                    hasTrack={false}
                    parts={[
                      {
                        tone: 'brand',
                        value: row.families - row.unservedFamilies,
                        name: t('city.legend.served'),
                      },
                      { tone: 'gap', value: row.unservedFamilies, name: t('city.legend.unserved') },
                      {
                        tone: 'unknown',
                        value: row.unknownFamilies,
                        name: t('city.legend.unknown'),
                      },
                    ]}
                  />
                </div>
              ))}
          </div>
        ))}
      </div>
    </section>
  )
}

function Swatch({ tone }: { readonly tone: 'brand' | 'gap' | 'unknown' }) {
  return (
    <svg width="14" height="12" aria-hidden>
      <rect className={`meter-${tone}`} width="14" height="12" rx="2" />
    </svg>
  )
}
