import type { DataQuality } from '#registry/schema'
import { number, percent } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { Meter } from '../../ui/Meter.tsx'

/** Which variables of the national register the lists leave out most. */
export function MissingCard({
  missing,
  persons,
}: Pick<DataQuality, 'missing'> & { readonly persons: number }) {
  return (
    <section className="card stack">
      <h2>{t('quality.missing')}</h2>
      <p className="small dim">{t('quality.missingWhy')}</p>
      <div className="bar-rows">
        {missing.map(({ variable, persons: without }) => (
          <div key={variable}>
            <p className="bar-row-head small">
              <code className="quality-variable">{variable}</code>
              <span>
                {number(without)} · {percent(without / Math.max(1, persons))}
              </span>
            </p>
            <Meter
              max={Math.max(1, persons)}
              height={8}
              parts={[{ tone: 'gap', value: without, name: t('quality.notMet') }]}
            />
          </div>
        ))}
      </div>
      {missing.length === 0 && <p>{t('quality.missingNone')}</p>}
    </section>
  )
}
