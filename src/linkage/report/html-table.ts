import { type Html, type HtmlPart, html } from '#platform/html'

export interface TableColumn {
  readonly words: string
  readonly isNumber?: boolean
  /** Class of its cells: `bar`, `step`. */
  readonly cells?: string
}

/** Rows under a heading of their own. */
export interface RowGroup {
  readonly heading?: HtmlPart
  readonly rows: readonly (readonly HtmlPart[])[]
}

export interface HtmlTable {
  /** Unique in the page. */
  readonly id: string
  readonly caption: string
  readonly columns: readonly TableColumn[]
  readonly groups: readonly RowGroup[]
}

/** A table that scrolls by itself where the screen is narrow; the first cell of a row heads it. */
export function htmlTable({ id, caption, columns, groups }: HtmlTable): Html {
  const classOf = ({ isNumber, cells }: TableColumn) =>
    isNumber ? html` class="number"` : cells ? html` class="${cells}"` : ''
  const head = columns.map((column) => html`<th scope="col"${classOf(column)}>${column.words}</th>`)
  const rowHtml = (row: readonly HtmlPart[]) =>
    html`<tr>${row.map((cell, place) =>
      place === 0
        ? html`<th scope="row">${cell}</th>`
        : html`<td${classOf(columns[place] ?? { words: '' })}>${cell}</td>`,
    )}</tr>
`
  const bodies = groups.map(
    ({ heading, rows }) =>
      html`<tbody>${heading === undefined ? '' : html`<tr><th scope="rowgroup" colspan="${columns.length}" class="group">${heading}</th></tr>`}
${rows.map(rowHtml)}</tbody>`,
  )
  return html`<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}"><table>
<caption id="${id}">${caption}</caption>
<thead><tr>${head}</tr></thead>
${bodies}</table></div>`
}

/** What only some readers want to see. */
export function folded(summary: HtmlPart, content: HtmlPart, isOpen = false): Html {
  return html`<details${isOpen ? { html: ' open' } : ''}><summary>${summary}</summary>
${content}</details>`
}
