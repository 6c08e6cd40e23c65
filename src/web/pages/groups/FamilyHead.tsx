import { Link } from '@tanstack/react-router'
import type { FamilyPage } from '#insight/schema'
import { t } from '../../i18n/language.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { familyName } from '../family/family-words.ts'

/** Head of a page about one family: what is asked, and the way back to the family. */
export function FamilyHead(props: {
  readonly title: string
  readonly note: string
  readonly family: FamilyPage
}) {
  const { family } = props
  return (
    <PageHead
      title={props.title}
      note={props.note}
      crumbs={
        <>
          <Link to="/keluarga">{t('menu.families')}</Link>
          {' › '}
          <Link to="/keluarga/$familyId" params={{ familyId: family.familyId }}>
            {familyName(family)}
          </Link>
        </>
      }
    />
  )
}
