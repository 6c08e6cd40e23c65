import { Link } from '@tanstack/react-router'
import type { FamilyPage } from '#insight/schema'
import { t } from '../../i18n/language.ts'
import { familyName } from './family-words.ts'
import { placeWords } from './ListsCard.tsx'

/** The other families of the house that may be seen, by what it is known that they share it, and its past. */
export function SharedDwelling({
  family: { familyId, dwelling },
}: {
  readonly family: FamilyPage
}) {
  if (dwelling === null) return null
  const { dwellingId, families } = dwelling
  const others = families.filter((other) => other.familyId !== familyId)
  const shared = families.find((own) => own.familyId === familyId)?.shared ?? []
  const past = (
    <Link to="/rumah/$dwellingId" params={{ dwellingId }}>
      {t('dwelling.past')}
    </Link>
  )
  // A house of one family says nothing else: a line, not a card.
  if (others.length === 0) return <p className="small">{past}</p>
  return (
    <section className="card small" aria-label={t('family.dwelling')}>
      <p>
        <b>{t('family.dwelling')}</b>{' '}
        {others.map((other, place) => (
          <span key={other.familyId}>
            {place > 0 && ', '}
            <Link to="/keluarga/$familyId" params={{ familyId: other.familyId }}>
              {familyName({ headName: other.headName ?? other.familyId, headSex: null })}
            </Link>
          </span>
        ))}
      </p>
      <ul className="list-lines">
        {shared.map(({ by, source }) => (
          <li key={by}>
            {t(`dwelling.${by}`)} {source && <span className="dim">{placeWords(source)}</span>}
          </li>
        ))}
        <li>{past}</li>
      </ul>
    </section>
  )
}
