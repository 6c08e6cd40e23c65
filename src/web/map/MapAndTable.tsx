import { useState } from 'react'
import { regionName } from '#territory/schema'
import { number, percent } from '../i18n/format.ts'
import { t } from '../i18n/language.ts'
import { usePageKeys } from '../ui/page-keys.ts'
import { Segmented } from '../ui/Segmented.tsx'
import { TableActions } from '../ui/TableActions.tsx'
import { districtCode } from './project.ts'
import { WardMap } from './WardMap.tsx'
import { leastShown, type WardValue } from './ward-value.ts'

export interface WardRow extends WardValue {
  readonly code: string
  readonly name: string
}

interface MapAndTableProps {
  /** The finding. */
  readonly title: string
  readonly rows: readonly WardRow[]
  readonly scale: 'need' | 'cover'
  readonly shadeName: string
  readonly countName: string
  readonly ofName: string
  readonly fileName: string
  readonly onOpen?: (wardCode: string) => void
}

/** The map of the wards and its twin, a table with the same numbers. `M` changes between them. */
export function MapAndTable(props: MapAndTableProps) {
  const { title, rows, scale, shadeName, countName, onOpen } = props
  const [view, setView] = useState<'map' | 'table'>('map')
  usePageKeys([
    { key: 'm', label: t('map.switch'), run: () => setView(view === 'map' ? 'table' : 'map') },
  ])
  const values = new Map(rows.map((row) => [row.code, row]))
  return (
    <section className="card stack">
      <div className="card-head">
        <h2>{title}</h2>
        <Segmented
          name={t('map.view')}
          choices={[
            { id: 'map', label: t('map.map') },
            { id: 'table', label: t('map.table') },
          ]}
          chosen={view}
          onChoose={setView}
        />
      </div>
      {view === 'map' ? (
        <WardMap
          values={values}
          scale={scale}
          shadeName={shadeName}
          countName={countName}
          {...(onOpen ? { onOpen } : {})}
        />
      ) : (
        <WardTable {...props} />
      )}
    </section>
  )
}

function shownShare({ share, of }: WardValue): string {
  if (of < leastShown) return t('map.few')
  return share === null ? '?' : percent(share)
}

function WardTable({ rows, shadeName, countName, ofName, fileName, onOpen }: MapAndTableProps) {
  const shownCount = (count: number) => (count > 0 && count < leastShown ? '<10' : number(count))
  return (
    <>
      <div className="table-scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('families.column.ward')}</th>
              <th scope="col">{t('map.district')}</th>
              <th scope="col" className="num">
                {ofName}
              </th>
              <th scope="col" className="num">
                {countName}
              </th>
              <th scope="col" className="num">
                {shadeName}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.code}>
                <th scope="row">
                  {onOpen ? (
                    <button type="button" className="link-button" onClick={() => onOpen(row.code)}>
                      {row.name}
                    </button>
                  ) : (
                    row.name
                  )}
                </th>
                <td>{regionName(districtCode(row.code))}</td>
                <td className="num">{shownCount(row.of)}</td>
                <td className="num">{shownCount(row.count)}</td>
                <td className="num">{shownShare(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <TableActions
        fileName={fileName}
        table={() => ({
          headings: [t('families.column.ward'), t('map.district'), ofName, countName, shadeName],
          rows: rows.map((row) => [
            row.name,
            regionName(districtCode(row.code)),
            shownCount(row.of),
            shownCount(row.count),
            shownShare(row),
          ]),
        })}
      />
    </>
  )
}
