import { t } from '../i18n/language.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './icon-paths.ts'

/** The states of a fact about a family, one look everywhere; `late` is a promise or value gone wrong. */
export type FactState = 'lacks' | 'received' | 'can-get' | 'promised' | 'unknown' | 'late'

const icons: { readonly [State in FactState]: IconName } = {
  lacks: 'minus',
  received: 'check',
  'can-get': 'plus',
  promised: 'clock',
  unknown: 'mark',
  late: 'warning',
}

/** Icon of a state in its tinted disc; `isNamed` gives it a name where no word stands beside it. */
export function StateMark({
  state,
  isNamed = false,
}: {
  readonly state: FactState
  readonly isNamed?: boolean
}) {
  return (
    <span className={`state-mark state-${state}`}>
      <Icon name={icons[state]} size={12} {...(isNamed ? { label: t(`state.${state}`) } : {})} />
    </span>
  )
}
