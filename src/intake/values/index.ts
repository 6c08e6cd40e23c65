export {
  type Cell,
  type CellContext,
  type CellFinding,
  type DateOrder,
  type ParsedCell,
  textCell,
} from './cell.ts'
export { decideCodes } from './dtsen-codes.ts'
export {
  type FindingCode,
  type FindingSeverity,
  findingHint,
  findingSeverity,
  findingTexts,
} from './finding-codes.ts'
export {
  type ComponentName,
  type CompositeMeaning,
  compositeMeanings,
  isAssetMeaning,
  type Meaning,
} from './meaning.ts'
export { parseCell } from './parse-cell.ts'
export { decideDateOrder, parseDate } from './parse-date.ts'
export { decideDigitLoss } from './parse-id.ts'
export { decideStatusCodes } from './parse-words.ts'
