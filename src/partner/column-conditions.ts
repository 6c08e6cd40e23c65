import { parseNumber } from './amounts.ts'
import {
  areaCondition,
  type Condition,
  disabilityCondition,
  disabilityKinds,
  faithCondition,
  legalTitle,
  programmeOfName,
  receivesNone,
} from './conditions.ts'
import type { OfferField } from './offer-columns.ts'
import { plainText, readYesNo, saysNothing } from './plain-text.ts'

/** What the cells of an offer say of who may have it. */
export interface ColumnReading {
  readonly conditions: readonly Condition[]
  /** Cells that say something which cannot be read, by field. */
  readonly unread: readonly { readonly field: OfferField; readonly text: string }[]
}

type ReadCell = (text: string) => Condition | undefined

/** Reader of each column of conditions; undefined: the cell cannot be read. */
const readers: Readonly<Partial<Record<OfferField, ReadCell>>> = {
  decileMax: readDecile,
  decileMin: (text) => atLeast('decile', 'decile', text),
  ageMin: (text) => atLeast('age', 'age_years', text),
  ageMax: (text) => atMost('age', 'age_years', text),
  age: readAge,
  sex: readSex,
  inSchool: (text) => yesNo('school', 'in_school', text),
  disability: readDisability,
  pregnant: (text) => yesNo('pregnant', 'pregnant', text),
  womanHead: (text) => yesNo('woman-head', 'woman_head', text),
  loneElderly: (text) => yesNo('lone-elderly', 'lone_elderly', text),
  ownHouse: (text) =>
    /milik sendiri/i.test(text)
      ? { topic: 'own-house', text: 'own_house == true' }
      : yesNo('own-house', 'own_house', text),
  landTitle: readLandTitle,
  requiresNik: readNik,
  faith: faithCondition,
  areaType: areaCondition,
  flooded: (text) => yesNo('flood', 'flooded', text),
  excludes: readExcludes,
}

/** Conditions from the cells of one offer, in the order of the columns' meanings. */
export function columnConditions(cellOf: (field: OfferField) => string): ColumnReading {
  const conditions: Condition[] = []
  const unread: { field: OfferField; text: string }[] = []
  for (const field of Object.keys(readers).filter((name): name is OfferField => name in readers)) {
    const text = cellOf(field)
    if (saysNothing(text)) continue
    const condition = readers[field]?.(text)
    if (condition) conditions.push(condition)
    else unread.push({ field, text })
  }
  return { conditions, unread }
}

function wholeNumber(text: string): number | undefined {
  const digits = /\d+(?:[.,]\d+)?/.exec(text)?.[0]
  const value = digits === undefined ? undefined : parseNumber(digits)
  return value !== undefined && Number.isInteger(value) ? value : undefined
}

function atLeast(topic: Condition['topic'], name: string, text: string): Condition | undefined {
  const value = wholeNumber(text)
  return value === undefined ? undefined : { topic, text: `${name} >= ${value}` }
}

function atMost(topic: Condition['topic'], name: string, text: string): Condition | undefined {
  const value = wholeNumber(text)
  return value === undefined ? undefined : { topic, text: `${name} <= ${value}` }
}

/** `3`, `1-4`, `desil 1 s.d. 4`, `semua`. */
function readDecile(text: string): Condition | undefined {
  if (/^(?:semua|all|bebas)/.test(plainText(text))) return { topic: 'decile', text: '' }
  const numbers = (text.match(/\d+/g) ?? []).map(Number)
  const [first, last = first] = numbers
  if (first === undefined || last === undefined || numbers.length > 2) return undefined
  if (last > 10 || first > last) return undefined
  const lower = numbers.length === 2 && first > 1 ? `decile >= ${first} && ` : ''
  return { topic: 'decile', text: `${lower}decile <= ${last}` }
}

/** `60+`, `7-21`, `>= 60`, `di bawah 15`, `maks 17`. */
function readAge(text: string): Condition | undefined {
  const plain = text.toLowerCase()
  const range = /(\d+)\s*(?:-|–|s\/?d|sampai|hingga)\s*(\d+)/.exec(plain)
  if (range) {
    return { topic: 'age', text: `age_years >= ${range[1]} && age_years <= ${range[2]}` }
  }
  const value = /\d+/.exec(plain)?.[0]
  if (value === undefined) return undefined
  if (/\+|ke atas|>=|≥|min|mulai/.test(plain)) {
    return { topic: 'age', text: `age_years >= ${value}` }
  }
  if (/<=|≤|maks|max|sampai|hingga/.test(plain)) {
    return { topic: 'age', text: `age_years <= ${value}` }
  }
  if (/</.test(plain) || /di ?bawah|kurang dari/.test(plain)) {
    return { topic: 'age', text: `age_years < ${value}` }
  }
  if (/>|di ?atas|lebih dari/.test(plain)) return { topic: 'age', text: `age_years > ${value}` }
  return undefined
}

function readSex(text: string): Condition | undefined {
  const word = plainText(text)
  if (/^(?:p|perempuan|wanita|female|pr)$/.test(word)) return { topic: 'sex', text: 'sex == "P"' }
  if (/^(?:l|laki laki|pria|male|lk)$/.test(word)) return { topic: 'sex', text: 'sex == "L"' }
  const isBoth = /^(?:semua|l p|p l|lp|keduanya|all|any|laki laki (?:dan )?perempuan)$/.test(word)
  return isBoth ? { topic: 'sex', text: '' } : undefined
}

function readDisability(text: string): Condition | undefined {
  const kinds = disabilityKinds(text)
  if (kinds.length > 0) return disabilityCondition(kinds)
  const word = plainText(text)
  if (/^(?:any|semua|apa saja|semua jenis|seluruh)$/.test(word)) return disabilityCondition([])
  const isWanted = readYesNo(text)
  if (isWanted === undefined) return undefined
  return isWanted ? disabilityCondition([]) : { topic: 'disability', text: '' }
}

/** 1 and "ya" ask for papers; 0 and "tidak perlu" let everybody in. */
function readLandTitle(text: string): Condition | undefined {
  const word = plainText(text)
  if (/^(?:sertifikat|shm|certificate)$/.test(word)) {
    return { topic: 'land', text: 'land_title == "certificate"' }
  }
  if (/adat|bebas|boleh/.test(word)) return { topic: 'land', text: '' }
  const isNeeded = readYesNo(text)
  if (isNeeded === undefined) return /legal|surat/.test(word) ? legalTitle : undefined
  return isNeeded ? legalTitle : { topic: 'land', text: '' }
}

function readNik(text: string): Condition | undefined {
  const isNeeded = readYesNo(text)
  if (isNeeded === undefined) return undefined
  return { topic: 'nik', text: isNeeded ? 'has_nik == true' : '' }
}

function readExcludes(text: string): Condition | undefined {
  const names = text
    .split(/[;,/|+]|\bdan\b|\batau\b/i)
    .map((name) => name.trim())
    .filter((name) => !saysNothing(name))
  return names.length === 0 ? undefined : receivesNone(names.map(programmeOfName))
}

/** A wanted "yes" is a condition; a "no" is one as well: pupils are left out where it says 0. */
function yesNo(topic: Condition['topic'], name: string, text: string): Condition | undefined {
  const wanted = readYesNo(text)
  return wanted === undefined ? undefined : { topic, text: `${name} == ${wanted}` }
}
