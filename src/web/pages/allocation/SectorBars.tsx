import type { AllocationPage } from '#insight/schema'
import { number } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Meter } from '../../ui/Meter.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { sectorIcon, sectorName } from '../../ui/sectors.ts'

/** Served and not yet, sector by sector, on one scale. */
export function SectorBars({ sectors }: Pick<AllocationPage, 'sectors'>) {
  const most = Math.max(1, ...sectors.map(({ needs }) => needs))
  const worst = sectors.toSorted((a, b) => b.needs - b.served - (a.needs - a.served))[0]
  return (
    <section className="card">
      <h2>{t('allocation.bySector')}</h2>
      <div className="bar-rows allocation-bars">
        {sectors.map(({ sector, needs, served }) => (
          <div key={sector}>
            <p className="bar-row-head">
              <Icon name={sectorIcon(sector)} size={18} />
              <b>{sectorName(sector)}</b>
              <span>
                {number(served)}{' '}
                <span className="dim">{t('allocation.of', { count: number(needs) })}</span>
              </span>
            </p>
            <Meter
              max={most}
              hasTrack={false}
              parts={[
                {
                  tone: 'brand',
                  value: served,
                  name: t('allocation.served', { count: number(served) }),
                },
                {
                  tone: 'gap',
                  value: needs - served,
                  name: t('allocation.notYet', { count: number(needs - served) }),
                },
              ]}
            />
          </div>
        ))}
      </div>
      {worst && worst.needs > worst.served && (
        <p className="allocation-worst text-lacks">
          <StateMark state="lacks" />{' '}
          <b>
            {t('allocation.worst', {
              sector: sectorName(worst.sector),
              count: number(worst.needs - worst.served),
            })}
          </b>
        </p>
      )}
    </section>
  )
}
