import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { AuditFilter } from '#access/schema'
import { auditQuery } from '../../api/audit-queries.ts'
import { number } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { Paged } from '../../ui/Paged.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { TableActions } from '../../ui/TableActions.tsx'
import type { AuditSearch } from '../page-search.ts'
import { AnchorsCard } from './AnchorsCard.tsx'
import { AuditFilterForm } from './AuditFilterForm.tsx'
import { AuditTable } from './AuditTable.tsx'
import { eventsAsTable } from './events-as-table.ts'
import { UnusualCard } from './UnusualCard.tsx'
import './audit.css'

const route = getRouteApi('/officer/jejak')

/** Who looked at whom, when and why; what stands out; and the anchors to be signed. */
export function AuditPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = useInfiniteQuery(auditQuery(filterOf(search)))
  const lines = query.data?.pages.flatMap((page) => page.lines) ?? []
  const count = number(lines.length)

  return (
    <div className="page">
      <PageHead title={t('menu.audit')} note={t('audit.note')} />
      <UnusualCard />
      <section className="card card-flush">
        <AuditFilterForm
          key={JSON.stringify(search)}
          search={search}
          onSearch={(next) => void navigate({ search: next })}
        />
        <div className="card-head">
          <h2 role="status">
            {search.tentang === undefined
              ? t('audit.lead', { count })
              : t('audit.leadOf', { count, subject: search.tentang })}
          </h2>
          {lines.length > 0 && (
            <TableActions table={() => eventsAsTable(lines)} fileName="jejak-akses" />
          )}
        </div>
        <Paged
          query={query}
          count={lines.length}
          empty={
            <div className="empty">
              <h3>{t('audit.none')}</h3>
              <p>{t('audit.noneHow')}</p>
            </div>
          }
        >
          <AuditTable lines={lines} />
        </Paged>
      </section>
      <AnchorsCard />
    </div>
  )
}

function filterOf({ tentang, oleh, tindakan, sejak, sampai }: AuditSearch): AuditFilter {
  return {
    ...(tentang === undefined ? {} : { subjectId: tentang }),
    ...(oleh === undefined ? {} : { actor: oleh }),
    ...(tindakan === undefined ? {} : { action: tindakan }),
    ...(sejak === undefined ? {} : { from: sejak }),
    ...(sampai === undefined ? {} : { to: sampai }),
  }
}
