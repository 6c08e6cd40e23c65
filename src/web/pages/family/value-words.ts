import { day } from '../../i18n/format.ts'
import { codeWords, t } from '../../i18n/language.ts'

/** A stored value as it is read: dates in words, codes of a closed list by name, the rest as it is. */
export function valueWords(field: string, value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return day(value)
  if (value === 'true') return t('value.true')
  if (value === 'false') return t('value.false')
  return /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(value) ? codeWords(`value.${field}`, value) : value
}
