import type { RowFields } from '../schema.ts'
import type { Cell, CellContext, ParsedCell, Reading } from './cell.ts'
import { dtsenCodes, isCodedField } from './dtsen-codes.ts'
import {
  fuelWords,
  houseConditionWords,
  landTitleWords,
  lightingWords,
  tenureWords,
  waterWords,
} from './dwelling-words.ts'
import { type ComponentName, isAssetMeaning, type Meaning } from './meaning.ts'
import { nameChanges } from './name-changes.ts'
import { parseCoordinates, parseDegrees } from './parse-coordinates.ts'
import {
  ageFields,
  parseAge,
  parseBirth,
  parseEventDate,
  parsePlaceAndBirth,
} from './parse-date.ts'
import { parseKk, parseNik } from './parse-id.ts'
import {
  parseAmount,
  parseArea,
  parseCount,
  parseHectares,
  parseHolding,
  parsePower,
  parseQuantity,
  parseSchoolClass,
  romanNumber,
} from './parse-number.ts'
import {
  parseAddress,
  parseDistrict,
  parseRegionCode,
  parseWard,
  parseWardAndDistrict,
} from './parse-place.ts'
import { parseRtRw, parseUnit } from './parse-rt-rw.ts'
import {
  parseIllness,
  parseLower,
  parseName,
  parseNamed,
  parseOccupation,
  parsePhone,
  parseText,
} from './parse-text.ts'
import {
  parseDisability,
  parseHouse,
  parsePart,
  parseSanitation,
  parseState,
  parseWord,
  parseYesNo,
  parseYesNoOf,
} from './parse-words.ts'
import {
  eventWords,
  jknWords,
  maritalWords,
  nutritionWords,
  relationWords,
  religionWords,
  severityWords,
  sexWords,
} from './person-words.ts'
import { isEmptyMark, tidyText } from './plain-words.ts'
import { fault, nothing, value } from './reading.ts'
import { closetWords, disposalWords, toiletWords } from './sanitation-words.ts'
import { educationWords, participationWords, schoolLevelWords } from './school-words.ts'
import type { WordList } from './word-list.ts'

type CellParser = (cell: Cell, context: CellContext) => ParsedCell
type Parsers = { readonly [M in Meaning]?: CellParser }

/** The field's value and the findings about it. */
function field<Name extends keyof RowFields>(
  name: Name,
  parse: (cell: Cell, context: CellContext) => Reading<NonNullable<RowFields[Name]>>,
): CellParser {
  return (cell, context) => {
    return parsedField(name, parse(cell, context))
  }
}

function parsedField<Name extends keyof RowFields>(
  name: Name,
  { value: read, findings, normalisation }: Reading<NonNullable<RowFields[Name]>>,
): ParsedCell {
  return {
    fields: read === undefined ? {} : { [name]: read },
    findings,
    ...(normalisation ? { normalisations: { [name]: normalisation } } : {}),
  }
}

/** A field whose words form a closed list; numbers are looked up in DTSEN's codes where it has them. */
function word<Name extends keyof RowFields, Value extends string & RowFields[Name]>(
  name: Name,
  words: WordList<Value>,
): CellParser {
  const codes: Readonly<Record<number, string>> | undefined = isCodedField(name)
    ? withoutNumbers(dtsenCodes[name])
    : undefined
  return (cell) => {
    const { value: read, findings, normalisation } = parseWord<string>(words, codes, cell)
    return {
      fields: read === undefined ? {} : { [name]: read },
      findings,
      ...(normalisation ? { normalisations: { [name]: normalisation } } : {}),
    }
  }
}

function withoutNumbers(codes: Readonly<Record<number, string | number>>): Record<number, string> {
  return Object.fromEntries(Object.entries(codes).map(([code, named]) => [code, String(named)]))
}

const count = (most: number) => (cell: Cell) => parseCount(cell, most)
const quantity = (most: number) => (cell: Cell) => parseQuantity(cell, most)

const parsers: Parsers = {
  nik: parseNik,
  kk: parseKk,
  nikOrKk: parseNikOrKk,
  nameAndNik: parseNameAndNik,
  name: field('name', parseName),
  headName: field('headName', parseName),
  motherName: field('motherName', parseName),
  guardianName: field('guardianName', parseName),
  birthDate: parseBirth,
  birthYear: parseBirth,
  birthDateOrAge: parseBirth,
  placeAndBirthDate: parsePlaceAndBirth,
  birthPlace: field('birthPlace', parseNamed),
  ageYears: parseAgeOrYear,
  ageMonths: parseMonths,
  sex: word('sex', sexWords),
  sexMale: (cell) => parseTick(cell, 'male'),
  sexFemale: (cell) => parseTick(cell, 'female'),
  phone: field('phone', parsePhone),
  relation: word('relation', relationWords),
  marital: word('marital', maritalWords),
  schoolParticipation: word('schoolParticipation', participationWords),
  education: word('education', educationWords),
  schoolLevel: word('schoolLevel', schoolLevelWords),
  schoolClass: parseClassAndLevel,
  schoolName: parseSchoolName,
  occupation: field('occupation', parseOccupation),
  industry: field('industry', parseLower),
  ownsBusiness: field('ownsBusiness', parseYesNo),
  disability: field('disability', parseDisability),
  disabilitySeverity: word('disabilitySeverity', severityWords),
  chronicIllness: field('chronicIllness', parseIllness),
  isPregnant: field('isPregnant', parseYesNoOf(/\bhamil\b|\bbumil\b|\bmengandung\b/)),
  hasBirthCertificate: field('hasBirthCertificate', parseCertificate),
  nutrition: word('nutrition', nutritionWords),
  jknStatus: field('jknStatus', parseMembership),
  jknReason: field('jknReason', parseNamed),
  religion: word('religion', religionWords),
  event: word('event', eventWords),
  eventDate: field('eventDate', parseEventDate),

  address: parseAddress,
  rt: field('rt', parseUnit),
  rw: field('rw', parseUnit),
  rtRw: parseRtRw,
  ward: parseWard,
  district: field('district', parseDistrict),
  regionCode: parseRegionCode,
  wardAndDistrict: parseWardAndDistrict,
  coordinates: parseCoordinates,
  latitude: parseDegrees,
  longitude: parseDegrees,
  familiesInHouse: field('familiesInHouse', count(20)),
  occupants: field('occupants', count(40)),
  dependants: field('dependants', count(30)),
  decile: field('decile', parseDecile),
  houseTenure: word('houseTenure', tenureWords),
  landTitle: word('landTitle', landTitleWords),
  floor: (cell, context) => parsePart('floor', cell, context),
  wall: (cell, context) => parsePart('wall', cell, context),
  roof: (cell, context) => parsePart('roof', cell, context),
  house: parseHouse,
  floorCondition: field('floorCondition', parseState),
  wallCondition: field('wallCondition', parseState),
  roofCondition: field('roofCondition', parseState),
  houseCondition: word('houseCondition', houseConditionWords),
  floorAreaM2: field('floorAreaM2', parseArea),
  water: word('water', waterWords),
  isWaterCustomer: field('isWaterCustomer', parseYesNo),
  wellToCesspitM: field('wellToCesspitM', quantity(1000)),
  lighting: word('lighting', lightingWords),
  powerVa: field('powerVa', parseCodedPower),
  meterId: field('meterId', parseText),
  cookingFuel: word('cookingFuel', fuelWords),
  toilet: word('toilet', toiletWords),
  closet: word('closet', closetWords),
  wasteDisposal: word('wasteDisposal', disposalWords),
  sanitation: parseSanitation,
  isFlooded: field('isFlooded', parseYesNoOf(/banjir|terendam|genangan/)),
  hasDebt: field('hasDebt', parseYesNoOf(/\bh?utang\b|pinjaman/)),

  aidText: field('aidText', parseNamed),
  provider: field('provider', parseNamed),
  amountRp: field('amountRp', parseAmount),
  aidDate: field('aidDate', parseEventDate),
  surveyDate: field('surveyDate', parseEventDate),
  aidStatusText: field('aidStatusText', parseText),
  earlierAidText: field('earlierAidText', parseNamed),
  groundsText: field('groundsText', parseText),
  note: field('note', parseText),
  components: parseComponents,
}

/**
 * What a cell says about the row, given what its column means.
 *
 * Never throws and never guesses silently: what cannot be read becomes a finding and no field, what
 * was repaired becomes a finding and a field. A value that is not what the cell says carries the name
 * of what changed it. An empty cell says nothing.
 */
export function parseCell(meaning: Meaning, cell: Cell, context: CellContext = {}): ParsedCell {
  if (cell.kind === 'empty') return { fields: {}, findings: [] }
  return nameChanges(cell, parseAs(meaning, cell, context))
}

function parseAs(meaning: Meaning, cell: Cell, context: CellContext): ParsedCell {
  if (isAssetMeaning(meaning)) {
    const parse = meaning === 'farmlandHectares' ? parseHectares : parseHolding
    const { value: held, findings } = parse(cell)
    return { fields: held === undefined ? {} : { assets: { [meaning]: held } }, findings }
  }
  const component = componentOf(meaning)
  if (component) return parseComponent(component, cell)
  return parsers[meaning]?.(cell, context) ?? { fields: {}, findings: [] }
}

const componentNames: readonly ComponentName[] = [
  'pregnant',
  'early-childhood',
  'primary',
  'junior',
  'senior',
  'elderly',
  'severe-disability',
]

function componentOf(meaning: Meaning): ComponentName | undefined {
  return componentNames.find((name) => meaning === `component.${name}`)
}

function parseComponent(name: ComponentName, cell: Cell): ParsedCell {
  const { value: members, findings } = parseHolding(cell)
  return { fields: members ? { components: { [name]: members } } : {}, findings }
}

const componentWords: readonly (readonly [ComponentName, RegExp])[] = [
  ['pregnant', /(?:bumil|ibu hamil|hamil)\D{0,3}(\d)?/i],
  ['early-childhood', /(?:aud|balita|anak usia dini|usia dini)\D{0,3}(\d)?/i],
  ['primary', /\bsd\D{0,3}(\d)?/i],
  ['junior', /\bsmp\D{0,3}(\d)?/i],
  ['senior', /\bsm[ak]\D{0,3}(\d)?/i],
  ['elderly', /(?:\blu\b|lansia|lanjut usia)\D{0,3}(\d)?/i],
  ['severe-disability', /(?:\bdb\b|disabilitas(?: berat)?)\D{0,3}(\d)?/i],
]

/** "Bumil 1, SD 2": a name without a number counts one. */
function parseComponents(cell: Cell): ParsedCell {
  const components: NonNullable<RowFields['components']> = {}
  for (const [name, words] of componentWords) {
    const found = words.exec(cell.text)
    if (found) components[name] = Number(found[1] ?? 1)
  }
  if (Object.keys(components).length > 0) return { fields: { components }, findings: [] }
  return { fields: {}, findings: isEmptyMark(cell.text) ? [] : fault('word-unknown').findings }
}

/** A number that may be either: a family card where it can be no person's and dates from this century. */
function parseNikOrKk(cell: Cell, context: CellContext): ParsedCell {
  const digits = cell.text.replace(/\D/g, '')
  const isCard =
    digits.length === 16 && Number(digits.slice(6, 8)) <= 31 && Number(digits.slice(10, 12)) <= 29
  return isCard ? parseKk(cell, context) : parseNik(cell, context)
}

/** "SITI (6271…)": the number and what is left of the text. */
function parseNameAndNik(cell: Cell, context: CellContext): ParsedCell {
  const number = /\d(?:[\s.-]?\d){13,16}/.exec(cell.text)?.[0]
  const rest = cell.text.replace(number ?? '', ' ').replace(/\bnik\b|[()/:;|]/gi, ' ')
  const name = parseName({ text: rest, kind: 'text' })
  const nik = number
    ? parseNik({ text: number, kind: 'text' }, context)
    : { fields: {}, findings: [] }
  return {
    fields: { ...nik.fields, ...(name.value === undefined ? {} : { name: name.value }) },
    findings: [...name.findings, ...nik.findings],
    normalisations: { nik: 'out-of-text', name: 'out-of-text', ...nik.normalisations },
  }
}

function parseMonths(cell: Cell): ParsedCell {
  const { value: months, findings } = parseQuantity(cell, 1440)
  return { fields: months === undefined ? {} : { ageYears: Math.floor(months / 12) }, findings }
}

/** An age; a year of birth where one stands instead. */
function parseAgeOrYear(cell: Cell, context: CellContext): ParsedCell {
  const isYear = cell.date !== undefined || /^\s*(?:19|20)\d{2}\s*$/.test(cell.text)
  return isYear ? parseBirth(cell, context) : ageFields(parseAge(cell))
}

function parseTick(cell: Cell, sex: 'male' | 'female'): ParsedCell {
  const { value: isTicked } = parseYesNo(cell)
  return { fields: isTicked ? { sex } : {}, findings: [] }
}

/** A class; from the fourth on it tells the school too (a first class may be of any). */
function parseClassAndLevel(cell: Cell): ParsedCell {
  const { value: schoolClass, findings } = parseSchoolClass(cell)
  if (schoolClass === undefined) return { fields: {}, findings }
  const level =
    schoolClass > 9 ? 'SMA' : schoolClass > 6 ? 'SMP' : schoolClass > 3 ? 'SD' : undefined
  return {
    fields: { schoolClass, ...(level ? { schoolLevel: level } : {}) },
    findings,
    normalisations: { schoolLevel: 'follows' },
  }
}

/** A school's name, and its level where the name says it: "SDN 4 Palangka". */
function parseSchoolName(cell: Cell): ParsedCell {
  const { value: schoolName, findings } = parseNamed(cell)
  if (schoolName === undefined) return { fields: {}, findings }
  const level = schoolLevelWords.find(schoolName)
  const isTold = level.result === 'found' && !level.isGuessed
  return {
    fields: { schoolName, ...(isTold ? { schoolLevel: level.value } : {}) },
    findings,
    normalisations: { schoolLevel: 'follows' },
  }
}

/** Yes, no, or the number of the certificate. */
function parseCertificate(cell: Cell): Reading<boolean> {
  return /\d{4}/.test(cell.text) ? value(true) : parseYesNo(cell)
}

function parseMembership(cell: Cell, context: CellContext): Reading<'active' | 'inactive'> {
  const code = cell.text.trim()
  if (!/^\d{1,2}$/.test(code)) return parseWord(jknWords, undefined, cell)
  const known = context.statusCodes?.[code]
  return known === undefined ? fault('code-unknown') : value(known, 'code')
}

/** A tenth from 1 to 10: "3", "Desil 3", "D-1", "DESIL IV". */
function parseDecile(cell: Cell): Reading<number> {
  const text = tidyText(cell.text)
  if (isEmptyMark(text)) return nothing
  const written =
    /^(?:desil|decile|d)?[\s.:-]*(\d{1,2}|[ivx]{1,4})(?:[.,]0+)?$/i.exec(text)?.[1] ?? ''
  const decile = /^\d/.test(written) ? Number(written) : romanNumber(written)
  if (decile >= 1 && decile <= 10) return value(decile)
  return fault(written === '' ? 'number-unreadable' : 'number-implausible')
}

function parseCodedPower(
  cell: Cell,
  context: CellContext,
): Reading<0 | 450 | 900 | 1300 | 2200 | 3500> {
  if (context.codes !== 'dtsen') return parsePower(cell)
  const coded = Object.entries(dtsenCodes.powerVa).find(
    ([code]) => Number(code) === Number(cell.text),
  )
  return coded ? value(coded[1], 'code') : fault('code-unknown')
}
