import { t } from '../../i18n/language.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'

interface PairChoicesProps {
  readonly failure: unknown
  readonly onSame: () => void
  readonly onOther: () => void
  readonly onLater: () => void
}

/** Three answers of one weight: nobody is led to one of them. */
export function PairChoices({ failure, onSame, onOther, onLater }: PairChoicesProps) {
  const choices = [
    { letter: 'S', label: t('pairs.saySame'), run: onSame },
    { letter: 'B', label: t('pairs.sayOther'), run: onOther },
    { letter: 'Y', label: t('pairs.sayLater'), run: onLater },
  ]
  return (
    <section className="pair-choices" aria-label={t('pairs.title')}>
      {choices.map(({ letter, label, run }) => (
        <button
          key={letter}
          type="button"
          className="button pair-choice"
          aria-keyshortcuts={letter}
          onClick={run}
        >
          {label} <kbd>{letter}</kbd>
        </button>
      ))}
      {failure != null && <DeedFailure error={failure} />}
    </section>
  )
}
