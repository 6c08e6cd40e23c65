import type { AuditLine } from '#access/schema'
import { moment } from '../../i18n/format.ts'
import { codeWords, t } from '../../i18n/language.ts'
import type { ShownTable } from '../../ui/table-text.ts'
import { actorWords, capacityWords, seenWords, subjectWords, whyWords } from './event-words.ts'

/** The events on the screen for copying and downloading. */
export function eventsAsTable(lines: readonly AuditLine[]): ShownTable {
  return {
    headings: [
      t('audit.column.seq'),
      t('audit.column.at'),
      t('audit.column.actor'),
      '',
      t('audit.column.action'),
      t('audit.column.subject'),
      t('audit.column.why'),
      t('audit.column.seen'),
    ],
    rows: lines.map((line) => [
      line.seq ?? '',
      moment(line.at),
      actorWords(line),
      capacityWords(line),
      codeWords('deed', line.action),
      subjectWords(line),
      whyWords(line),
      seenWords(line),
    ]),
  }
}
