import type { PairLine } from '#insight/schema'
import { number, properName } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { Icon } from '../../ui/Icon.tsx'
import { MergedHelp } from '../groups/DoubledHelp.tsx'
import { PairAgreement } from './PairAgreement.tsx'

/** What each answer would do, beside the answers. */
export function PairConsequences({ pair }: { readonly pair: PairLine }) {
  const { left, right, look } = pair
  const isOneFamily = left.familyId === right.familyId
  return (
    <aside className="pair-aside">
      <section className="card stack">
        <h2>{t('pairs.ifSame')}</h2>
        {look !== 'second' && (
          <p className="consequence">
            <Icon name="families" size={18} />
            <span>
              {isOneFamily
                ? t('pairs.ifSameOne')
                : t('pairs.ifSameTwo', {
                    left: number(left.memberCount ?? 1),
                    right: number(right.memberCount ?? 1),
                  })}
            </span>
          </p>
        )}
        {left.personId !== null && right.personId !== null && (
          <div className="consequence">
            <Icon name="warning" size={18} />
            <div>
              <MergedHelp personId={left.personId} otherId={right.personId} />
            </div>
          </div>
        )}
        <h2>{t('pairs.ifOther')}</h2>
        <p className="consequence">
          <Icon name="families" size={18} />
          <span>{t('pairs.ifOtherStay')}</span>
        </p>
        <h2>{t('pairs.ifUnsure')}</h2>
        <p className="consequence">
          <Icon name="question" size={18} />
          <span>
            {t('pairs.ifUnsureAsk', { left: properName(left.name), right: properName(right.name) })}
          </span>
        </p>
      </section>
      <PairAgreement />
      <p className="small dim">{t('pairs.apart')}</p>
    </aside>
  )
}
