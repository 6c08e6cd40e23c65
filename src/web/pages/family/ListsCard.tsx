import { useState } from 'react'
import type { FamilyPage } from '#insight/schema'
import { properName } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'

const mostAtFirst = 4

/** The lists in which the family or a member stands, with the row of each. */
export function ListsCard({ family }: { readonly family: FamilyPage }) {
  const [isAll, setAll] = useState(false)
  const { lists } = family
  const files = new Set(lists.map(({ file }) => file)).size
  return (
    <section className="card">
      <h2>{t('family.lists', { count: files })}</h2>
      <ul className="list-lines">
        {(isAll ? lists : lists.slice(0, mostAtFirst)).map((line) => (
          <li key={`${line.file}|${line.sheet}|${line.row}`}>
            <b>{line.title || line.file}</b>{' '}
            <span className="dim" title={placeWords(line)}>
              {line.personName && `${properName(line.personName)}, `}
              {t('table.row', { row: line.row })}
            </span>
          </li>
        ))}
      </ul>
      {lists.length > mostAtFirst && !isAll && (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {t('family.listsAll', { count: lists.length })}
        </button>
      )}
    </section>
  )
}

/** Where a value stands: file, sheet where there is one, row. */
export function placeWords(place: {
  readonly file: string
  readonly sheet: string
  readonly row: number
}): string {
  const sheet = place.sheet === '' ? '' : `, ${place.sheet}`
  return `${place.file}${sheet}, ${t('table.row', { row: place.row })}`
}
