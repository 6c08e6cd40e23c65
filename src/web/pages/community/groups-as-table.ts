import type { GroupsPage } from '#registry/schema'
import { t } from '../../i18n/language.ts'
import type { ShownTable } from '../../ui/table-text.ts'

/** The shown groups as a spreadsheet takes them. */
export function groupsAsTable(groups: GroupsPage['groups']): ShownTable {
  return {
    headings: [
      t('community.name'),
      t('community.kind'),
      t('community.ward'),
      t('community.members'),
      t('community.since'),
      t('community.to'),
      t('families.column.key'),
    ],
    rows: groups.map((group) => [
      group.name,
      t(`groupKind.${group.kind}`),
      group.wardName,
      group.memberCount,
      group.since,
      group.closedOn,
      group.groupId,
    ]),
  }
}
