import { getRouteApi, Link } from '@tanstack/react-router'
import { t } from '../../i18n/language.ts'
import { Icon } from '../../ui/Icon.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { BreachesView } from './BreachesView.tsx'
import { RecordsView } from './RecordsView.tsx'
import { RequestsView } from './RequestsView.tsx'
import { RetentionView } from './RetentionView.tsx'
import '../people/people.css'
import './privacy.css'

const route = getRouteApi('/officer/permintaan-data')

/** The work of the data-protection officer: requests with their clocks, breaches, records, retention. */
export function PrivacyPage() {
  const { bagian = 'permintaan' } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <div className="page">
      <PageHead
        title={t('menu.privacy')}
        note={t('privacy.note')}
        actions={
          <Link to="/permintaan-data/baru" className="button button-main">
            <Icon name="plus" size={18} />
            {t('privacy.new')}
          </Link>
        }
      />
      <Segmented
        name={t('privacy.parts')}
        choices={[
          { id: 'permintaan', label: t('privacy.part.requests') },
          { id: 'kebocoran', label: t('privacy.part.breaches') },
          { id: 'catatan', label: t('privacy.part.records') },
          { id: 'simpan', label: t('privacy.part.retention') },
        ]}
        chosen={bagian}
        onChoose={(id) => void navigate({ search: { bagian: id } })}
      />
      {bagian === 'permintaan' && <RequestsView />}
      {bagian === 'kebocoran' && <BreachesView />}
      {bagian === 'catatan' && <RecordsView />}
      {bagian === 'simpan' && <RetentionView />}
    </div>
  )
}
