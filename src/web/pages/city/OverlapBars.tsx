import type { Dashboard } from '#insight/schema'
import { number } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { Meter } from '../../ui/Meter.tsx'

const tones = { conflict: 'late', duplicate: 'gap', complementary: 'received' } as const

/** Families at which gifts meet: forbidden together, doubled, or completing each other. */
export function OverlapBars({ overlaps }: Pick<Dashboard, 'overlaps'>) {
  if (overlaps.length === 0) return null
  const most = Math.max(1, ...overlaps.map(({ families }) => families))
  return (
    <section className="card">
      <h2>{t('city.overlapTitle')}</h2>
      <p className="small dim">{t('city.overlapUnit')}</p>
      <div className="bar-rows city-bars">
        {overlaps.map(({ kind, families, pairs, uncertainPairs }) => (
          <div key={kind}>
            <p className="bar-row-head">
              <span>{t(`city.overlap.${kind}`)}</span>
              <b>{number(families)}</b>
            </p>
            <Meter
              max={most}
              parts={[{ tone: tones[kind], value: families, name: number(families) }]}
            />
            {uncertainPairs > 0 && (
              <p className="small dim">
                {t('city.overlapUncertain', {
                  count: number(uncertainPairs),
                  pairs: number(pairs),
                })}
              </p>
            )}
          </div>
        ))}
      </div>
    </section>
  )
}
