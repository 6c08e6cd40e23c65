import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { callApi } from '../../api/http.ts'
import { properName } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { useSettled } from '../../ui/use-settled.ts'

const leastLetters = 3
const settledAfterMs = 400
const mostShown = 8

/** One family chosen by name or number. By POST: what is typed stays out of the address. */
export function FindFamily(props: {
  readonly label: string
  /** A family that is not offered: the one that another is sought for. */
  readonly except?: string
  readonly onChoose: (familyId: string) => void
}) {
  const [words, setWords] = useState('')
  const q = useSettled(words.trim(), settledAfterMs)
  const query = useQuery({
    queryKey: ['find-other-family', q],
    queryFn: ({ signal }) => callApi('POST', '/families/search', { body: { q }, signal }),
    enabled: q.length >= leastLetters,
  })
  const found = (query.data?.lines ?? [])
    .filter(({ familyId }) => familyId !== props.except)
    .slice(0, mostShown)
  return (
    <div className="stack">
      <SearchField
        label={props.label}
        hint={t('families.searchHint')}
        words={words}
        onChange={setWords}
      />
      {query.isError && <ErrorNotice error={query.error} onRetry={() => query.refetch()} />}
      <p role="status" className="small dim">
        {q.length < leastLetters
          ? t('group.typeMore')
          : query.isPending
            ? t('state.counting')
            : found.length === 0
              ? t('families.none')
              : ''}
      </p>
      <ul className="plain-list stack">
        {found.map((line) => (
          <li key={line.familyId} className="row-wrap">
            <button type="button" className="button" onClick={() => props.onChoose(line.familyId)}>
              {t('family.of', { name: properName(line.headName) })}
            </button>
            <span className="dim">
              {[line.wardName, t('family.members', { count: line.memberCount })]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
