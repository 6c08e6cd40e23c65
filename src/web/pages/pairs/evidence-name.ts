import { evidenceEn, evidenceId } from '#registry/schema'
import { currentLanguage } from '../../i18n/language.ts'

/**
 * Words of the evidence of a pair, kept with the only page that shows them: a comparison (`compare`),
 * or how two records agree in it (`level.` with its name). A code without words is shown as it is.
 */
export function evidenceName(group: string, code: string): string {
  const words: Readonly<Record<string, string>> =
    currentLanguage() === 'en' ? evidenceEn : evidenceId
  return words[`${group}.${code}`] ?? code.replaceAll('-', ' ')
}
