import type { AuditLine } from '#access/schema'
import { moment, number } from '../../i18n/format.ts'
import { codeWords, t } from '../../i18n/language.ts'
import { actorWords, capacityWords, seenWords, subjectWords, whyWords } from './event-words.ts'

/** Events, newest first: when, who and as what, did what, to whom, for what, and what was seen. */
export function AuditTable({ lines }: { readonly lines: readonly AuditLine[] }) {
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">{t('audit.column.at')}</th>
          <th scope="col">{t('audit.column.actor')}</th>
          <th scope="col">{t('audit.column.action')}</th>
          <th scope="col">{t('audit.column.why')}</th>
          <th scope="col">{t('audit.column.seen')}</th>
          <th scope="col" className="num">
            {t('audit.column.seq')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.eventId}>
            <th scope="row" className="nowrap">
              {moment(line.at)}
            </th>
            <td data-label={t('audit.column.actor')}>
              <b>{actorWords(line)}</b>
              <span className="cell-note"> {capacityWords(line)}</span>
            </td>
            <td data-label={t('audit.column.action')}>
              {codeWords('deed', line.action)} <b>{subjectWords(line)}</b>
            </td>
            <td data-label={t('audit.column.why')}>{whyWords(line)}</td>
            <td data-label={t('audit.column.seen')}>{seenWords(line)}</td>
            <td className="num" data-label={t('audit.column.seq')}>
              {line.seq === null ? t('audit.waiting') : number(line.seq)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
