import type { Calibration } from '#registry/schema'
import { number, percent } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'

type Band = Calibration['bands'][number]

/** What people found of doubtful pairs, beside what the model had said of them. */
export function CalibrationTable({ calibration }: { readonly calibration: Calibration }) {
  const { pairs, same, bands } = calibration
  if (pairs === 0) return <p>{t('calibration.none')}</p>
  return (
    <>
      <p>{t('calibration.words', { pairs: number(pairs), same: number(same) })}</p>
      <div className="table-scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('calibration.said')}</th>
              <th scope="col" className="number">
                {t('calibration.judged')}
              </th>
              <th scope="col">{t('calibration.were')}</th>
            </tr>
          </thead>
          <tbody>
            {bands.map((band) => (
              <tr key={band.fromBits ?? 'least'}>
                <th scope="row">{bandWords(band)}</th>
                <td className="number">{number(band.pairs)}</td>
                <td>
                  {band.share === null
                    ? '–'
                    : t('calibration.share', {
                        share: percent(band.share.value),
                        from: percent(band.share.from),
                        to: percent(band.share.to),
                      })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function bandWords({ fromBits, toBits }: Band): string {
  const from = fromBits === null ? '' : outOf100(fromBits)
  const to = toBits === null ? '' : outOf100(toBits)
  if (from === '') return t('calibration.below', { to })
  return to === '' ? t('calibration.above', { from }) : t('calibration.between', { from, to })
}

/** The chance of a weight in bits, of a hundred pairs. */
export function outOf100(bits: number): string {
  return number(Math.round(100 / (1 + 2 ** -bits)))
}
