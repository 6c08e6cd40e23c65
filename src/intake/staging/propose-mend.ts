import { searchRegion } from '#territory'
import { nikParts } from '../rows/nik-parts.ts'
import type { Finding, RowFields } from '../schema.ts'

/**
 * What would put a cell right, where there is one evident answer: the nearest name of a ward, or a
 * birth date whose day and month, turned round, are those of the NIK. Undefined where a person has
 * to look it up.
 */
export function proposeMend(
  { code, value }: Pick<Finding, 'code' | 'value'>,
  fields: RowFields,
): string | undefined {
  switch (code) {
    case 'ward-unknown':
    case 'ward-ambiguous':
      return nearestName(value, 'ward', fields.district)
    case 'district-unknown':
      return nearestName(value, 'district')
    case 'nik-birth-mismatch':
      return turnedDate(fields)
    default:
      return undefined
  }
}

function nearestName(
  value: string,
  level: 'ward' | 'district',
  district?: string,
): string | undefined {
  const search = searchRegion(value, { level, ...(district ? { within: district } : {}) })
  const candidates =
    search.result === 'unknown'
      ? search.nearest
      : search.result === 'ambiguous'
        ? search.candidates
        : []
  const [only, other] = candidates
  return only && !other ? only.name : undefined
}

/** `1985-11-05` beside a NIK of 11 May 1985 gives `11-05-1985`. */
function turnedDate({ nik, birthDate }: RowFields): string | undefined {
  const parts = nik === undefined ? undefined : nikParts(nik)
  if (!parts || birthDate === undefined) return undefined
  const [year = '', month = '', day = ''] = birthDate.split('-')
  const isTurned =
    parts.day === Number(month) &&
    parts.month === Number(day) &&
    parts.yearInCentury === Number(year.slice(2))
  return isTurned ? `${month}-${day}-${year}` : undefined
}
