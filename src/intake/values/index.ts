export {
  type Cell,
  type CellContext,
  type CellFinding,
  type ParsedCell,
  textCell,
} from './cell.ts'
export { decideCodes, isCodedField } from './dtsen-codes.ts'
export {
  type FindingCode,
  findingHint,
  findingTexts,
} from './finding-codes.ts'
export {
  chiefField,
  columnMeanings,
  isAssetMeaning,
  type Meaning,
} from './meaning.ts'
export { fieldsOf } from './name-changes.ts'
export { type Normalisation, normalisations } from './normalisation.ts'
export { isDayOfCentury } from './number-date.ts'
export { parseCell } from './parse-cell.ts'
export { decideDateOrder } from './parse-date.ts'
export { decideDigitLoss } from './parse-id.ts'
export { decideStatusCodes } from './parse-words.ts'
