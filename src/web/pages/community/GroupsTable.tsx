import { Link } from '@tanstack/react-router'
import type { GroupsPage } from '#registry/schema'
import { day, number } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'

/** Groups, one a row, each a link to its page. */
export function GroupsTable({ groups }: { readonly groups: GroupsPage['groups'] }) {
  return (
    <div className="table-scroll">
      <table className="table table-cards">
        <caption className="sr-only">{t('menu.community')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('community.name')}</th>
            <th scope="col">{t('community.kind')}</th>
            <th scope="col">{t('community.ward')}</th>
            <th scope="col" className="num">
              {t('community.members')}
            </th>
            <th scope="col">{t('community.sinceShort')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.groupId}>
              <th scope="row">
                <Link
                  to="/kelompok/$groupId"
                  params={{ groupId: group.groupId }}
                  className="row-link community-link"
                  data-row=""
                >
                  {group.name}
                </Link>
              </th>
              <td>{t(`groupKind.${group.kind}`)}</td>
              <td>{group.wardName}</td>
              <td className="num" data-label={t('community.members')}>
                {number(group.memberCount)}
              </td>
              <td className="nowrap" data-label={t('community.sinceShort')}>
                {group.closedOn === null
                  ? day(group.since)
                  : `${day(group.since)} – ${day(group.closedOn)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
