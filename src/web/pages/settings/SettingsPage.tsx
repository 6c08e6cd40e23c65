import { useQuery } from '@tanstack/react-query'
import { settingsQuery } from '../../api/settings-calls.ts'
import { t } from '../../i18n/language.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { HistoryCard } from './HistoryCard.tsx'
import { OfficeForm } from './OfficeForm.tsx'
import { SecondFactorForm } from './SecondFactorForm.tsx'
import { ServerCard } from './ServerCard.tsx'
import { SessionsForm } from './SessionsForm.tsx'
import '../people/people.css'
import './settings.css'

/** What an administrator sets, what was set before, and what only a restart changes. */
export function SettingsPage() {
  const query = useQuery(settingsQuery)
  return (
    <div className="page">
      <PageHead title={t('menu.officeSettings')} note={t('settings.note')} />
      <Loaded query={query} shape="cards">
        {(settings) => (
          <>
            <div className="columns-2">
              <OfficeForm key={JSON.stringify(settings.office)} office={settings.office} />
              <SessionsForm key={JSON.stringify(settings.sessions)} sessions={settings.sessions} />
            </div>
            <SecondFactorForm
              key={settings.secondFactorRoles.join()}
              roles={settings.secondFactorRoles}
            />
            <HistoryCard settings={settings} />
          </>
        )}
      </Loaded>
      <ServerCard />
    </div>
  )
}
