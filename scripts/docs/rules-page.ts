import { join } from 'node:path'
import { loadProgrammes, rulesMarkdown } from '#programme'

/** Every programme that comes with Betang: who decides, its dated rules, sources and examples. */
export async function rulesPage(): Promise<string> {
  const programmes = await loadProgrammes(join(import.meta.dirname, '..', '..', 'programmes'))
  return rulesMarkdown(programmes)
}
