import type { Sector } from '#ledger/schema'
import type { Strategy } from './schema.ts'

/** Names of the strategies. @source Instruksi Presiden 8/2025. */
export const strategyNames: Readonly<Record<Strategy, string>> = {
  a: 'Mengurangi beban pengeluaran masyarakat',
  b: 'Meningkatkan pendapatan masyarakat',
  c: 'Menurunkan jumlah kantong kemiskinan',
  unknown: 'Strategi belum disebut',
}

/** Heading of a strategy's group in the matrix. */
export function strategyTitle(strategy: Strategy): string {
  const letter = strategy === 'unknown' ? '' : `${strategy.toUpperCase()}. `
  return `${letter}${strategyNames[strategy].toUpperCase()}`
}

/** Where help of a sector belongs when no budget line says: what it does for the family. */
export const strategyOfSector: Readonly<Record<Sector, Strategy>> = {
  basic: 'a',
  education: 'a',
  health: 'a',
  livelihood: 'b',
  water: 'c',
  housing: 'c',
}

/** The strategy that a text names, in words or by its letter; undefined when it names none. */
export function strategyOfText(text: string): Strategy | undefined {
  const lower = text.toLowerCase()
  if (/beban|pengeluaran/.test(lower)) return 'a'
  if (/pendapatan|kemampuan|usaha ekonomi/.test(lower)) return 'b'
  if (/kantong/.test(lower)) return 'c'
  const letter = /^\s*(?:strategi\s*)?([abc123])\s*[.)]?\s*$/.exec(lower)?.[1]
  if (letter === undefined) return undefined
  return letter === 'a' || letter === '1' ? 'a' : letter === 'b' || letter === '2' ? 'b' : 'c'
}
