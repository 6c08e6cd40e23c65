import type { Worklist } from '#registry/schema'
import { t } from '../../i18n/language.ts'
import { Icon } from '../../ui/Icon.tsx'

const icons = {
  block: 'warning',
  error: 'warning',
  warning: 'minus',
  status: 'question',
  note: 'mark',
} as const

/** How grave a finding is: icon, word and colour together. */
export function SeverityMark({ severity }: Pick<Worklist, 'severity'>) {
  return (
    <span className={`quality-severity quality-${severity}`}>
      <Icon name={icons[severity]} size={16} /> {t(`quality.severity.${severity}`)}
    </span>
  )
}
