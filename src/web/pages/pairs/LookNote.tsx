import type { PairLine } from '#insight/schema'
import { moment } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'

/** Why a judged pair is looked at again; where two differ, what they said. */
export function LookNote({ pair: { look, answers } }: { readonly pair: PairLine }) {
  if (look === 'first') return null
  return (
    <div className="notice look-note" role="status">
      <p>{look === 'second' ? t('pairs.lookSecond') : t('pairs.lookThird')}</p>
      {answers.length > 0 && (
        <ol className="look-answers">
          {answers.map(({ answer, organisation, at }) => (
            <li key={at}>{t(`pairs.said.${answer}`, { office: organisation, at: moment(at) })}</li>
          ))}
        </ol>
      )}
    </div>
  )
}
