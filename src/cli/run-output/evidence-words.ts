import { evidenceEn, evidenceId } from '#registry/schema'
import { cliLanguage, say } from '../language.ts'

const words: ReadonlyMap<string, string> = new Map(Object.entries(evidenceId))
const wordsEn: ReadonlyMap<string, string> = new Map(Object.entries(evidenceEn))

/**
 * One comparison of a pair in the language of the command line: `Nama: satu kata sama, 9 bit (7.3)`, the
 * weight in bits last. How rare an agreeing name is stands in bits, or is said to be common.
 */
export function evidenceWords(comparison: string, level: string, weightBits: number): string {
  return `${wordOf(`compare.${comparison}`) ?? comparison}: ${levelWords(comparison, level)} (${weightBits.toFixed(1)})`
}

function levelWords(comparison: string, level: string): string {
  if (level === 'missing') return say('tidak diketahui', 'not known')
  if (level === 'exact' || level === 'same') return say('sama', 'the same')
  const [, plain = level, band] = /^(.*), (common|\d+ bits)$/.exec(level) ?? []
  const said = wordOf(`level.${comparison}.${plain}`) ?? plain
  if (band === undefined) return said
  return `${said}, ${band === 'common' ? say('nama umum', 'a common name') : say(band.replace('bits', 'bit'), band)}`
}

function wordOf(key: string): string | undefined {
  return (cliLanguage() === 'en' ? wordsEn : words).get(key)
}
