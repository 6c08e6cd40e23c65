import type { FileLine, FindingGroup } from '#insight/schema'
import { number } from '../../i18n/format.ts'
import { inLanguage, t } from '../../i18n/language.ts'
import { StateMark } from '../../ui/StateMark.tsx'
import { TableActions } from '../../ui/TableActions.tsx'

/** What is wrong in a sheet, by cause and not by row; held rows first. */
export function FindingGroups({
  groups,
  line,
}: {
  readonly groups: readonly FindingGroup[]
  readonly line: FileLine
}) {
  if (groups.length === 0) {
    return (
      <p className="empty text-received">
        <span>
          <StateMark state="received" /> {t('files.noFindings')}
        </span>
      </p>
    )
  }
  const ordered = groups.toSorted(
    (a, b) => Number(b.isQuarantine) - Number(a.isQuarantine) || b.count - a.count,
  )
  return (
    <>
      <ul>
        {ordered.map((group) => (
          <Group key={`${group.code}${group.isQuarantine}`} group={group} />
        ))}
      </ul>
      <div className="card-foot row">
        <TableActions fileName={line.file} table={() => groupsAsTable(ordered)} />
      </div>
    </>
  )
}

function Group({ group }: { readonly group: FindingGroup }) {
  const { code, count, hintId, hintEn, isQuarantine, examples } = group
  const hint = inLanguage(hintId, hintEn)
  return (
    <li className="finding-group">
      <h3>
        <StateMark state={isQuarantine ? 'late' : 'promised'} />{' '}
        {t('files.cause', { count: number(count), hint })}
      </h3>
      <p className="small dim">
        {isQuarantine ? t('files.isHeld') : t('files.isUnknown')} · {code}
      </p>
      {examples.length > 0 && (
        <table className="finding-examples">
          <caption className="sr-only">{t('files.examples')}</caption>
          <tbody>
            {examples.map((example) => (
              <tr key={`${example.row}${example.column}`}>
                <td className="dim num">{t('table.row', { row: example.row })}</td>
                <td>{example.column}</td>
                <td>
                  {example.value === '' ? (
                    <i className="text-unknown">{t('files.empty')}</i>
                  ) : (
                    <code>{example.value}</code>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </li>
  )
}

function groupsAsTable(groups: readonly FindingGroup[]) {
  return {
    headings: [
      t('files.cause.code'),
      t('files.cause.count'),
      t('files.cause.todo'),
      t('files.cause.example'),
    ],
    rows: groups.map(({ code, count, hintId, hintEn, examples }) => [
      code,
      count,
      inLanguage(hintId, hintEn),
      examples.map(({ row, value }) => `${t('table.row', { row })}: ${value}`).join('; '),
    ]),
  }
}
