import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { FamilyPage, MemberLine } from '#insight/schema'
import { ownGrantsQuery } from '../../api/queries.ts'
import { day, inFours, properName } from '../../i18n/format.ts'
import { codeWords, t } from '../../i18n/language.ts'
import { Icon } from '../../ui/Icon.tsx'
import { ageWords } from './family-words.ts'
import type { Opened } from './opened.ts'
import { SourceValue } from './SourceValue.tsx'

interface MembersProps {
  readonly family: FamilyPage
  readonly onOpen: (opened: Opened) => void
}

/** Who belongs to the family, in card order. */
export function Members({ family, onOpen }: MembersProps) {
  return (
    <section className="card card-flush">
      <div className="card-head">
        <h2>{t('members.title')}</h2>
        <p className="small dim">{t('members.sourcesHint')}</p>
      </div>
      <div className="table-scroll">
        <table className="table table-cards">
          <thead>
            <tr>
              <th scope="col">{t('members.name')}</th>
              <th scope="col">{t('members.age')}</th>
              <th scope="col">NIK</th>
              <th scope="col">{t('members.schoolWork')}</th>
              <th scope="col">JKN</th>
            </tr>
          </thead>
          <tbody>
            {family.members.map((member) => (
              <MemberRow key={member.personId} member={member} family={family} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      </div>
      <WhoBelongs family={family} />
    </section>
  )
}

/** Ways to say that others belong here, or that some do not. */
function WhoBelongs({ family: { familyId, members } }: Pick<MembersProps, 'family'>) {
  const { data: own } = useQuery(ownGrantsQuery)
  if (own?.actions.includes('propose-changes') !== true) return null
  const params = { familyId }
  return (
    <p className="card-foot row-wrap">
      {members.length > 1 && (
        <Link to="/keluarga/$familyId/pisahkan" params={params} className="button button-small">
          {t('group.part')}
        </Link>
      )}
      <Link to="/keluarga/$familyId/satukan" params={params} className="button button-small">
        {t('group.join')}
      </Link>
    </p>
  )
}

function MemberRow({ member, family, onOpen }: MembersProps & { readonly member: MemberLine }) {
  const value = (field: string, children: React.ReactNode) => (
    <SourceValue family={family} subjectId={member.personId} field={field} onOpen={onOpen}>
      {children}
    </SourceValue>
  )
  const age = ageWords(member.ageYears, member.ageMonths)
  return (
    <tr>
      <th scope="row">
        {value('name', properName(member.name))}
        <Link
          to="/warga/$personId"
          params={{ personId: member.personId }}
          className="member-card"
          aria-label={t('resident.open', {
            name: properName(member.name) || t('resident.someone'),
          })}
        >
          <Icon name="forward" size={12} />
        </Link>
        {member.relation && (
          <span className="cell-note">{codeWords('value.relation', member.relation)}</span>
        )}
      </th>
      <td className="nowrap">{value('birthDate', age ?? <NotKnown />)}</td>
      <td className="nowrap">
        {value('nik', member.nikMasked ? inFours(member.nikMasked) : <NotKnown />)}
      </td>
      <td>
        {member.status === 'active' ? (
          schoolWork(member).map((words, index) => (
            <span key={words}>
              {index > 0 && ' · '}
              {words}
            </span>
          ))
        ) : (
          <span className="dim">
            {t(`members.${member.status}`)}
            {member.statusDate && ` ${day(member.statusDate)}`}
          </span>
        )}
      </td>
      <td className="nowrap" data-label="JKN">
        {member.jknStatus ? codeWords('value.jknStatus', member.jknStatus) : '–'}
      </td>
    </tr>
  )
}

function NotKnown() {
  return <span className="text-unknown">{t('state.unknown')}</span>
}

/** Schooling and work in short: `masih sekolah`, `tamat SD · buruh cuci`. */
export function schoolWork({
  education,
  schoolParticipation,
  occupation,
}: Pick<MemberLine, 'education' | 'schoolParticipation' | 'occupation'>): string[] {
  return [
    schoolParticipation === 'attending' ? codeWords('value.schoolParticipation', 'attending') : '',
    education && education !== 'none' ? codeWords('value.education', education) : '',
    schoolParticipation !== 'attending' && education === 'none'
      ? codeWords('value.education', 'none')
      : '',
    occupation ?? '',
  ].filter(Boolean)
}
