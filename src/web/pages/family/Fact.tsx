import type { GridEntry } from '#insight/schema'
import { withDates } from '../../i18n/format.ts'
import { inLanguage, t } from '../../i18n/language.ts'
import { StateMark } from '../../ui/StateMark.tsx'

/** One fact of the grid: icon, words, and a grey line; a click says why. */
export function Fact({
  entry,
  isOpen,
  onOpen,
  hasStateWord = false,
}: {
  readonly entry: GridEntry
  readonly isOpen: boolean
  readonly onOpen: () => void
  /** Where no column names the state, the word is written. */
  readonly hasStateWord?: boolean
}) {
  const note = withDates(inLanguage(entry.noteId, entry.noteEn))
  return (
    <button
      type="button"
      className={`fact fact-${entry.state}`}
      aria-expanded={isOpen}
      onClick={onOpen}
    >
      <StateMark state={entry.state} isNamed={!hasStateWord} />
      <span className="fact-text">{inLanguage(entry.textId, entry.textEn)}</span>
      {(hasStateWord || note !== '') && (
        <span className="fact-note">
          {hasStateWord && <b className={`text-${entry.state}`}>{t(`state.${entry.state}`)}</b>}
          {hasStateWord && note !== '' && ' · '}
          {note}
        </span>
      )}
    </button>
  )
}
