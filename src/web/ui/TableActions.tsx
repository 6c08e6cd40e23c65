import { t } from '../i18n/language.ts'
import { Icon } from './Icon.tsx'
import { copyTable, downloadTable, type ShownTable } from './table-text.ts'

/** Copy and download of the rows on the screen; `table` is built on the click. */
export function TableActions({
  table,
  fileName,
}: {
  readonly table: () => ShownTable
  readonly fileName: string
}) {
  return (
    <div className="page-actions">
      <button type="button" className="button button-small" onClick={() => copyTable(table())}>
        <Icon name="copy" size={16} />
        {t('table.copy')}
      </button>
      <button
        type="button"
        className="button button-small"
        onClick={() => downloadTable(table(), fileName)}
      >
        <Icon name="download" size={16} />
        {t('table.download')}
      </button>
    </div>
  )
}
