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
        {groupsOf(others).map((offers) => (
          <Offers key={offers[0]?.group} field={field} offers={offers} />
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

type Offer = ValueSources['others'][number]

/** Offers that say the same together, in the order in which they come. */
function groupsOf(offers: readonly Offer[]): Offer[][] {
  return [...Map.groupBy(offers, ({ group }) => group).entries()]
    .sort(([one], [other]) => one - other)
    .map(([, own]) => own)
}

/** One value that lists offer, with the spelling of each; first those that only spell the chosen one otherwise. */
function Offers({ field, offers }: { readonly field: string; readonly offers: readonly Offer[] }) {
  const [first] = offers
  if (!first) return null
  const isChosen = first.group === 0
  const spellings = new Set(offers.map(({ value }) => value))
  return (
    <li className="step">
      <span className={isChosen ? 'text-received' : 'dim'}>
        <Icon name={isChosen ? 'check' : 'minus'} />
      </span>
      <span>
        {isChosen ? (
          <b>{t('source.spelled')}</b>
        ) : (
          spellings.size > 1 && <b>{t('source.otherValue', { count: offers.length })}</b>
        )}
        {offers.map((offer) => (
          <span key={`${offer.file}${offer.sheet}${offer.row}`} className="source-offer">
            {placeWords(offer)} · <b>{valueWords(field, offer.value)}</b>
          </span>
        ))}
      </span>
    </li>
  )
}
