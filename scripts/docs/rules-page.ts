import { join } from 'node:path'
import { loadProgrammes, rulesMarkdown } from '#programme'

/** The catalogue of programmes: conditions, dated values with their sources, examples. */
export async function rulesPage(): Promise<string> {
  const programmes = await loadProgrammes(join(import.meta.dirname, '..', '..', 'programmes'))
  const head = '<!-- Written by npm run gen from programmes/. Change it there. -->'
  return `${head}\n\n${rulesMarkdown(programmes)}`
}
