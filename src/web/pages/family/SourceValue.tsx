import type { ReactNode } from 'react'
import type { FamilyPage } from '#insight/schema'
import { factName, t } from '../../i18n/language.ts'
import type { Opened } from './opened.ts'

/** A value; dotted where several lists speak of it, and then a click shows them. */
export function SourceValue({
  family,
  subjectId,
  field,
  onOpen,
  children,
}: {
  readonly family: FamilyPage
  readonly subjectId: string
  readonly field: string
  readonly onOpen: (opened: Opened) => void
  readonly children: ReactNode
}) {
  const sources = family.sources.find(
    (source) => source.subjectId === subjectId && source.field === field,
  )
  if (!sources) return children
  return (
    <button
      type="button"
      className="has-sources"
      title={t('source.of', { field: factName(field) })}
      onClick={() => onOpen({ kind: 'value', sources })}
    >
      {children}
    </button>
  )
}
