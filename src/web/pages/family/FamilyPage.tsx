import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { FamilyPage as Family } from '#insight/schema'
import { familyQuery } from '../../api/queries.ts'
import { t } from '../../i18n/language.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { usePageKeys } from '../../ui/page-keys.ts'
import { useIsPhone } from '../../ui/use-media.ts'
import { useTitle } from '../../ui/use-title.ts'
import { DeskFamily } from './DeskFamily.tsx'
import { familyName } from './family-words.ts'
import type { Opened } from './opened.ts'
import { PhoneFamily } from './PhoneFamily.tsx'
import { PrintSheet } from './PrintSheet.tsx'
import { ReasonPanel } from './ReasonPanel.tsx'
import { SourcePanel } from './SourcePanel.tsx'
import './family.css'

const route = getRouteApi('/officer/keluarga/$familyId')

/** One family on one screen: who, how it stands, what next, and six sectors by four columns. */
export function FamilyPage() {
  const { familyId } = route.useParams()
  const query = useQuery(familyQuery(familyId))
  return query.data ? (
    <FamilyView family={query.data} key={familyId} />
  ) : (
    <div className="page">
      {query.isError && <PageHead title={t('failed.title')} />}
      <Loaded query={query} shape="cards">
        {() => null}
      </Loaded>
    </div>
  )
}

function FamilyView({ family }: { readonly family: Family }) {
  const isPhone = useIsPhone()
  const [opened, setOpened] = useState<Opened | null>(null)
  useTitle(familyName(family))
  usePageKeys([{ key: 'p', label: t('family.print'), run: () => window.print() }])

  const View = isPhone ? PhoneFamily : DeskFamily
  return (
    <>
      <div className="on-screen">
        <View family={family} opened={opened} onOpen={setOpened} />
        {opened?.kind === 'fact' && (
          <ReasonPanel entry={opened.entry} family={family} onClose={() => setOpened(null)} />
        )}
        {opened?.kind === 'value' && (
          <SourcePanel sources={opened.sources} family={family} onClose={() => setOpened(null)} />
        )}
      </div>
      <PrintSheet family={family} />
    </>
  )
}
