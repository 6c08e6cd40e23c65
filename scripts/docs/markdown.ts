/** First lines of every generated page, so that nobody corrects the copy. */
export function pageHead(title: string, source: string): string {
  return `<!-- Written by npm run gen from ${source}. Change it there. -->\n\n# ${title}\n`
}

/** A Markdown table, its cells escaped; ends with a line break. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |\n`
  return line(headings) + line(headings.map(() => '---')) + rows.map(line).join('')
}

function cell(text: string): string {
  return text.trim().replaceAll('|', '\\|').replaceAll('<', '&lt;').replace(/\r?\n/g, '<br>')
}
