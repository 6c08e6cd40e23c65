import { useState } from 'react'
import type { GridEntry } from '#insight/schema'
import { t } from '../../i18n/language.ts'
import { Icon } from '../../ui/Icon.tsx'
import { sectorIcon, sectorName, sectorOrder } from '../../ui/sectors.ts'
import { Fact } from './Fact.tsx'
import { columnOf, columns } from './family-words.ts'
import type { FamilyViewProps } from './opened.ts'

/** Six sectors by four columns: what is lacking, received, to be had, promised. */
export function FactGrid({ family, opened, onOpen }: FamilyViewProps) {
  return (
    <section className="card card-flush" aria-label={t('family.grid')}>
      <table className="sector-grid">
        <thead>
          <tr>
            <th scope="col">{t('family.sector')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sectorOrder.map((sector) => {
            const entries = family.grid[sector] ?? []
            return (
              <tr key={sector}>
                <th scope="row">
                  <span className="sector-name">
                    <Icon name={sectorIcon(sector)} />
                    {sectorName(sector)}
                  </span>
                </th>
                {columns.map((column) => (
                  <Cell
                    key={column}
                    entries={entries.filter((entry) => columnOf(entry) === column)}
                    opened={opened}
                    onOpen={onOpen}
                  />
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

const mostInCell = 3

function Cell({
  entries,
  opened,
  onOpen,
}: { readonly entries: readonly GridEntry[] } & Pick<FamilyViewProps, 'opened' | 'onOpen'>) {
  const [isAll, setAll] = useState(false)
  const shown = isAll ? entries : entries.slice(0, mostInCell)
  return (
    <td>
      {entries.length === 0 && <span className="dim">–</span>}
      {shown.map((entry) => (
        <Fact
          key={`${entry.state}${entry.textId}${entry.personId}${entry.noteId}`}
          entry={entry}
          isOpen={opened?.kind === 'fact' && opened.entry === entry}
          onOpen={() => onOpen({ kind: 'fact', entry })}
        />
      ))}
      {entries.length > mostInCell && !isAll && (
        <button type="button" className="link-button small" onClick={() => setAll(true)}>
          {t('family.moreFacts', { count: entries.length - mostInCell })}
        </button>
      )}
    </td>
  )
}
