import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { ownGrantsQuery } from '../../api/queries.ts'
import { changesQuery } from '../../api/register-calls.ts'
import { t } from '../../i18n/language.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { ChangeCard } from '../changes/ChangeCard.tsx'
import '../changes/changes.css'

/** Decisions in force and proposals about a family, each with its way back; nothing where none are. */
export function FamilyDecisions({ familyId }: { readonly familyId: string }) {
  const { data: own } = useQuery(ownGrantsQuery)
  const maySee = own?.actions.includes('propose-changes') === true
  const inForce = useInfiniteQuery({ ...changesQuery('in-force', familyId), enabled: maySee })
  const proposed = useInfiniteQuery({ ...changesQuery('proposed', familyId), enabled: maySee })
  if (!maySee) return null
  const failed = [inForce, proposed].find(({ isError }) => isError)
  if (failed) return <ErrorNotice error={failed.error} onRetry={() => failed.refetch()} />
  const changes = [proposed, inForce].flatMap(
    ({ data }) => data?.pages.flatMap((page) => page.changes) ?? [],
  )
  if (changes.length === 0) return null
  const isMade = inForce.data?.pages[0]?.isMade !== false
  return (
    <section className="stack" aria-labelledby="decisions">
      <h2 id="decisions">{t('history.decisions')}</h2>
      {!isMade && <p className="notice">{t('change.beingMade')}</p>}
      <ul className="stack plain-list">
        {changes.map((change) => (
          <ChangeCard
            key={change.changeNo}
            change={change}
            mayDecide={own?.actions.includes('decide-changes') === true}
          />
        ))}
      </ul>
    </section>
  )
}
