import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { callApi } from '../../api/http.ts'
import { properName } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { useSettled } from '../../ui/use-settled.ts'

const leastLetters = 4
const settledAfterMs = 400
const mostShown = 3

/** Families in which such a person seems to stand already, while the name is typed. */
export function KnownPersons({ name, nik }: { readonly name: string; readonly nik: string }) {
  const digits = nik.replace(/\D/g, '')
  const q = useSettled(digits.length === 16 ? digits : name.trim(), settledAfterMs)
  const { data } = useQuery({
    queryKey: ['known-persons', q],
    queryFn: ({ signal }) => callApi('POST', '/families/search', { body: { q }, signal }),
    enabled: q.length >= leastLetters,
  })
  const lines = (data?.lines ?? []).slice(0, mostShown)
  if (lines.length === 0 || q.length < leastLetters) return null
  return (
    <p className="notice known-persons" role="status">
      <span>
        {t('change.known')}{' '}
        {lines.map(({ familyId, headName, wardName }) => (
          <Link key={familyId} to="/keluarga/$familyId" params={{ familyId }}>
            {t('family.of', { name: properName(headName) })} {wardName && `(${wardName})`}{' '}
          </Link>
        ))}
      </span>
    </p>
  )
}
