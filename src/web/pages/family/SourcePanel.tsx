import type { FamilyPage, ValueSources } from '#insight/schema'
import { type TypedField, typedFields } from '#intake/schema'
import { properName } from '../../i18n/format.ts'
import { factName, t } from '../../i18n/language.ts'
import { Icon } from '../../ui/Icon.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { BelievedLists } from './BelievedLists.tsx'
import { placeWords } from './ListsCard.tsx'
import { OtherValue } from './OtherValue.tsx'
import { valueWords } from './value-words.ts'

function isTyped(field: string): field is TypedField {
  const names: readonly string[] = typedFields
  return names.includes(field)
}

/** Where a value comes from: the chosen one, then what other lists say. */
export function SourcePanel({
  sources,
  family,
  onClose,
}: {
  readonly sources: ValueSources
  readonly family: FamilyPage
  readonly onClose: () => void
}) {
  const { field, chosen, others, subjectId } = sources
  const person = family.members.find(({ personId }) => personId === subjectId)
  const fieldName = factName(field)
  return (
    <SidePanel
      title={
        person
          ? t('source.title', { field: fieldName, name: properName(person.name) })
          : t('source.of', { field: fieldName })
      }
      onClose={onClose}
    >
      <p className="lead">
        <b>{valueWords(field, chosen.value)}</b>
      </p>
      <ul className="facts-list">
        <li className="step">
          <span className="text-received">
            <Icon name="check" />
          </span>
          <span>
            <b>{placeWords(chosen)}</b>
            <br />
            <span className="small dim">{t('source.chosen')}</span>
          </span>
        </li>
        {others.map((other) => (
          <li key={`${other.file}${other.sheet}${other.row}`} className="step">
            <span className="dim">
              <Icon name="minus" />
            </span>
            <span>
              {placeWords(other)} · <b>{valueWords(field, other.value)}</b>
            </span>
          </li>
        ))}
      </ul>
      <BelievedLists field={field} />
      {isTyped(field) && (
        <OtherValue
          field={field}
          subject={person ? { personId: subjectId } : { familyId: subjectId }}
        />
      )}
      <p className="panel-part small dim">{t('source.kept')}</p>
    </SidePanel>
  )
}
