import type { AllocationPage } from '#insight/schema'
import { number } from '../../i18n/format.ts'
import { codeWords, t } from '../../i18n/language.ts'
import { Meter } from '../../ui/Meter.tsx'

/** Why needs wait: the causes that add up to all that are not served. */
export function WhyUnserved({
  reasons,
  onShow,
}: {
  readonly reasons: AllocationPage['unservedReasons']
  readonly onShow: (reasonCode: string) => void
}) {
  const ordered = reasons.toSorted((a, b) => b.needs - a.needs)
  const most = Math.max(1, ...reasons.map(({ needs }) => needs))
  return (
    <section className="card">
      <h2>{t('allocation.why')}</h2>
      {ordered.length === 0 && <p className="text-received">{t('allocation.allServed')}</p>}
      <div className="bar-rows allocation-bars">
        {ordered.map(({ reasonCode, needs }) => (
          <div key={reasonCode}>
            <p className="bar-row-head">
              <button type="button" className="row-button" onClick={() => onShow(reasonCode)}>
                {codeWords('unserved', reasonCode)}
              </button>
              <b>{number(needs)}</b>
            </p>
            <Meter
              max={most}
              hasTrack={false}
              parts={[
                {
                  tone: reasonCode === 'filter-unknown' ? 'unknown' : 'gap',
                  value: needs,
                  name: number(needs),
                },
              ]}
            />
          </div>
        ))}
      </div>
    </section>
  )
}
