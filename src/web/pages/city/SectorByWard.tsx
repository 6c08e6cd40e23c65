import { Link } from '@tanstack/react-router'
import type { WardSummary } from '#insight/schema'
import { number } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { leastShown } from '../../map/ward-value.ts'
import { sectorName, sectorOrder } from '../../ui/sectors.ts'
import { TableActions } from '../../ui/TableActions.tsx'
import { plainCode, sectorWord } from '../page-search.ts'

function shown(count: number): string {
  if (count === 0) return '–'
  return count < leastShown ? '<10' : number(count)
}

/** Shade of a cell against the largest of its sector, in five steps. */
function shade(count: number, most: number): string {
  if (count < leastShown) return 'none'
  return `need-${Math.min(5, Math.floor((count / most) * 4.999) + 1)}`
}

/** Needs by ward and sector: where to look first; fewer than ten are not told. */
export function SectorByWard({ wards }: { readonly wards: readonly WardSummary[] }) {
  const ordered = wards.toSorted((a, b) => b.unserved - a.unserved)
  const countOf = (ward: WardSummary, sector: (typeof sectorOrder)[number]) =>
    ward.needsBySector[sector] ?? 0
  const mostOf = Object.fromEntries(
    sectorOrder.map((sector) => [
      sector,
      Math.max(1, ...wards.map((ward) => countOf(ward, sector))),
    ]),
  )
  return (
    <section className="card card-flush">
      <div className="card-head">
        <h2>{t('city.byWard')}</h2>
        <TableActions
          fileName={t('city.byWard')}
          table={() => ({
            headings: [
              t('families.column.ward'),
              t('map.district'),
              ...sectorOrder.map(sectorName),
              t('city.column.unserved'),
            ],
            rows: ordered.map((ward) => [
              ward.name,
              ward.district,
              ...sectorOrder.map((sector) => shown(countOf(ward, sector))),
              shown(ward.unserved),
            ]),
          })}
        />
      </div>
      <div className="table-scroll">
        <table className="table ward-sectors">
          <caption className="sr-only">{t('city.byWard')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('families.column.ward')}</th>
              {sectorOrder.map((sector) => (
                <th key={sector} scope="col" className="num">
                  {sectorName(sector)}
                </th>
              ))}
              <th scope="col" className="num">
                {t('city.column.unserved')}
              </th>
            </tr>
          </thead>
          <tbody>
            {ordered.map((ward) => (
              <tr key={ward.code}>
                <th scope="row">
                  <Link to="/keluarga" search={{ wilayah: plainCode(ward.code) }} data-row="">
                    {ward.name}
                  </Link>
                  <span className="dim"> {ward.district}</span>
                </th>
                {sectorOrder.map((sector) => {
                  const count = countOf(ward, sector)
                  const word = sectorWord(sector)
                  return (
                    <td key={sector} className={`num shade-${shade(count, mostOf[sector] ?? 1)}`}>
                      {count >= leastShown && word ? (
                        <Link
                          to="/keluarga"
                          search={{ wilayah: plainCode(ward.code), bidang: word }}
                        >
                          {shown(count)}
                        </Link>
                      ) : (
                        shown(count)
                      )}
                    </td>
                  )
                })}
                <td className="num">
                  <b>{shown(ward.unserved)}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
