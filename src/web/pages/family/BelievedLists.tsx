import { useQuery } from '@tanstack/react-query'
import { survivorshipQuery } from '../../api/queries.ts'
import { codeWords, inLanguage, t } from '../../i18n/language.ts'

/** Which lists are believed for a field, best first, and why. */
export function BelievedLists({ field }: { readonly field: string }) {
  const { data: policy } = useQuery(survivorshipQuery)
  if (!policy) return null
  const order = policy.orders.find(({ fields }) => fields.includes(field))
  const lists = (order?.lists ?? policy.otherwise).map((list) => codeWords('kind', list))
  return (
    <section className="panel-part">
      <h3>{t('source.believed')}</h3>
      {order && <p>{inLanguage(order.reason.id, order.reason.en)}</p>}
      <p className="small dim">{t('source.order', { lists: lists.join(', ') })}</p>
      <p className="small dim">
        {t('source.fresher')}
        {order?.staleAfterYears && ` ${t('source.stale', { years: order.staleAfterYears })}`}
      </p>
    </section>
  )
}
