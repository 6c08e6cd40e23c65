import { useQuery } from '@tanstack/react-query'
import { anchorsQuery } from '../../api/audit-queries.ts'
import { day, number } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { Loaded } from '../../ui/Loaded.tsx'

/** The daily anchors, to be printed and signed. */
export function AnchorsCard() {
  const query = useQuery(anchorsQuery)
  return (
    <section className="card card-flush">
      <div className="card-head">
        <div>
          <h2>{t('audit.anchors')}</h2>
          <p className="dim">{t('audit.anchorsNote')}</p>
        </div>
      </div>
      <Loaded query={query} shape="list">
        {({ anchors }) =>
          anchors.length === 0 ? (
            <p className="empty">{t('audit.anchorsNone')}</p>
          ) : (
            <>
              <table className="table table-cards">
                <thead>
                  <tr>
                    <th scope="col">{t('audit.anchor.day')}</th>
                    <th scope="col" className="num">
                      {t('audit.anchor.events')}
                    </th>
                    <th scope="col">{t('audit.anchor.hash')}</th>
                    <th scope="col" className="print-only">
                      {t('audit.anchor.signed')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {anchors.map((anchor) => (
                    <tr key={anchor.seq}>
                      <th scope="row" className="nowrap">
                        {day(anchor.anchoredOn)}
                      </th>
                      <td className="num" data-label={t('audit.anchor.events')}>
                        {number(anchor.seq)}
                      </td>
                      <td data-label={t('audit.anchor.hash')}>
                        <code className="audit-hash">{anchor.hash.replace(/.{8}/g, '$& ')}</code>
                      </td>
                      <td className="print-only" />
                    </tr>
                  ))}
                </tbody>
              </table>
              <p className="card-foot">{t('audit.anchorHow')}</p>
            </>
          )
        }
      </Loaded>
    </section>
  )
}
