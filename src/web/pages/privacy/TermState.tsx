import type { TermClock } from '#access/schema'
import { moment } from '../../i18n/format.ts'
import { Icon } from '../../ui/Icon.tsx'
import { termOf, timeLeft } from './privacy-words.ts'

/** The end of a term, what is left of it, and whose term it is. */
export function TermState({ clock }: { readonly clock: TermClock }) {
  return (
    <>
      <span className={clock.isLate ? 'text-late term-left' : 'term-left'}>
        <Icon name={clock.isLate ? 'warning' : 'clock'} size={16} />
        {timeLeft(clock)}
      </span>
      <span className="cell-note">
        {moment(clock.dueAt)} · {termOf(clock)}
      </span>
    </>
  )
}
