import { numberText } from '../files/raw-sheet.ts'
import type { FilledCell } from '../sheets/fill-down.ts'
import type { Cell } from '../values/index.ts'

/** A cell for the value parsers, or why it has no value. */
export function toCell({ raw, text }: FilledCell): Cell | 'formula-without-value' | 'cell-error' {
  if (raw === undefined || text === '') {
    if (typeof raw === 'object' && 'formula' in raw) return 'formula-without-value'
    if (typeof raw === 'object' && 'error' in raw) return 'cell-error'
    return { text: '', kind: 'empty' }
  }
  if (typeof raw === 'string') return { text, kind: 'text' }
  if (typeof raw === 'number') return { text: numberText(raw), kind: 'number', number: raw }
  if (typeof raw === 'boolean') return { text, kind: 'boolean' }
  if ('date' in raw) return { text, kind: 'date', date: raw.date }
  if ('number' in raw) return { text, kind: 'number', number: raw.number }
  return { text: '', kind: 'empty' }
}
