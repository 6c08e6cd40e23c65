import { Link } from '@tanstack/react-router'
import { inFours, threeDigits } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { Icon } from '../../ui/Icon.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { plainCode } from '../page-search.ts'
import { FactGrid } from './FactGrid.tsx'
import { familyName, flagWords } from './family-words.ts'
import { Generations } from './Generations.tsx'
import { ListsCard } from './ListsCard.tsx'
import { Members } from './Members.tsx'
import { NextSteps } from './NextSteps.tsx'
import type { FamilyViewProps } from './opened.ts'
import { Programmes } from './Programmes.tsx'
import { Questions } from './Questions.tsx'
import { SharedDwelling } from './SharedDwelling.tsx'
import { SourceValue } from './SourceValue.tsx'
import { Standing } from './Standing.tsx'
import { SubjectMarks } from './SubjectMarks.tsx'

/** The family on a wide screen. */
export function DeskFamily({ family, opened, onOpen }: FamilyViewProps) {
  return (
    <div className="page">
      <PageHead
        title={familyName(family)}
        crumbs={<Crumbs family={family} />}
        note={<Whereabouts family={family} onOpen={onOpen} />}
        actions={
          <>
            <Link
              to="/keluarga/$familyId/riwayat"
              params={{ familyId: family.familyId }}
              className="button"
            >
              <Icon name="clock" size={18} />
              {t('history.link')}
            </Link>
            <button type="button" className="button" onClick={() => window.print()}>
              <Icon name="print" size={18} />
              {t('family.print')}
            </button>
          </>
        }
      />
      {family.flags.length > 0 && (
        <ul className="flags" aria-label={t('family.flags')}>
          {family.flags.map((flag) => (
            <li key={flag} className="chip">
              {flagWords(flag)}
            </li>
          ))}
        </ul>
      )}
      <SubjectMarks family={family} />
      <SharedDwelling family={family} />
      <div className="family-top">
        <Standing family={family} />
        <NextSteps family={family} />
        <ListsCard family={family} />
      </div>
      <FactGrid family={family} opened={opened} onOpen={onOpen} />
      <div className="family-columns">
        <div className="stack">
          <Generations members={family.members} />
          <Members family={family} onOpen={onOpen} />
          <Programmes family={family} />
        </div>
        <div className="stack">
          <Questions family={family} />
        </div>
      </div>
    </div>
  )
}

function Crumbs({ family }: Pick<FamilyViewProps, 'family'>) {
  const { wardCode, wardName, districtName, rt } = family
  return (
    <>
      <Link to="/keluarga">{t('menu.families')}</Link>
      {districtName && wardCode && (
        <>
          {' › '}
          <Link to="/keluarga" search={{ wilayah: plainCode(wardCode.slice(0, 8)) }}>
            {districtName}
          </Link>
        </>
      )}
      {wardName && wardCode && (
        <>
          {' › '}
          <Link to="/keluarga" search={{ wilayah: plainCode(wardCode) }}>
            {wardName}
          </Link>
        </>
      )}
      {rt !== null && ` › RT ${threeDigits(rt)}`}
    </>
  )
}

function Whereabouts({ family, onOpen }: Pick<FamilyViewProps, 'family' | 'onOpen'>) {
  const living = family.members.filter(({ status }) => status === 'active').length
  return (
    <>
      {t('family.members', { count: living })} ·{' '}
      {family.kkMasked ? `KK ${inFours(family.kkMasked)}` : t('family.noKk')} ·{' '}
      <SourceValue family={family} subjectId={family.familyId} field="address" onOpen={onOpen}>
        {family.address ?? t('family.noAddress')}
      </SourceValue>
    </>
  )
}
