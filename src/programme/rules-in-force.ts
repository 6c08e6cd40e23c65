import type { IsoDate } from '#platform/dates'
import type { Amount, Condition, ParametersFile, Programme, RuleVersion } from './catalogue.ts'
import { familyFields, memberFields, type Words } from './field-catalogue.ts'
import { type CompiledRule, compileRule } from './rule-language/rule.ts'
import { type Expression, partsOf } from './rule-language/syntax.ts'
import type { Vocabulary } from './rule-language/vocabulary.ts'

/** A condition of the version in force, ready to be asked. */
export interface ReadyCondition {
  readonly id: string
  readonly rule: CompiledRule
  readonly condition: Condition
  readonly no: Words | undefined
  readonly change: Words | undefined
  /** Fields that it looks at when all are of the family: those of equal values are told alike. */
  readonly familyFields: readonly string[] | undefined
}

/** What is paid, with the values of the day in whole rupiah. */
export type ReadyAmount =
  | { readonly kind: 'flat'; readonly payRp: number; readonly period: Amount['period'] }
  | {
      readonly kind: 'cases'
      readonly period: Amount['period']
      readonly cases: readonly { readonly rule: CompiledRule; readonly payRp: number }[]
    }
  | {
      readonly kind: 'components'
      readonly period: Amount['period']
      readonly maxMembers: number
      readonly components: readonly { readonly rule: CompiledRule; readonly payRp: number }[]
    }

/** A programme as it stands on one day. */
export interface ReadyProgramme {
  readonly programme: Programme
  readonly version: RuleVersion
  /** `PKH@2020-01-01`: unique over the catalogue and its history. */
  readonly versionName: string
  readonly isForPersons: boolean
  readonly concerns: CompiledRule | undefined
  readonly conditions: readonly ReadyCondition[]
  readonly amount: ReadyAmount | undefined
}

/** Names that the rules of a programme may use: persons see their own facts beside the family's. */
export function vocabularyOf(
  isForPersons: boolean,
  params: Readonly<Record<string, number | string>>,
): Vocabulary {
  return {
    fields: isForPersons ? { ...familyFields, ...memberFields } : familyFields,
    members: memberFields,
    params,
  }
}

/** The version whose time holds the day; undefined where no rule was in force. */
export function findVersion(programme: Programme, on: IsoDate): RuleVersion | undefined {
  return programme.versions.find(({ from, to }) => from <= on && (to === undefined || on < to))
}

/**
 * The value of each parameter on a day: the marked reading where sources disagree, else the latest.
 * Parameters without a value on that day are absent.
 */
export function parametersOn(
  parameters: ParametersFile,
  on: IsoDate,
): Readonly<Record<string, number | string>> {
  const values: Record<string, number | string> = {}
  for (const [name, { readings }] of Object.entries(parameters)) {
    const open = readings.filter(({ from, to }) => from <= on && (to === undefined || on < to))
    const best = open.toSorted(
      (a, b) => Number(b.default) - Number(a.default) || (a.from < b.from ? 1 : -1),
    )[0]
    if (best) values[name] = best.value
  }
  return values
}

/**
 * The programme as its rules stand on a day; undefined where none is in force.
 *
 * @throws AppError `rule-unreadable` for a catalogue that `loadProgrammes` has not checked.
 */
export function findReadyProgramme(programme: Programme, on: IsoDate): ReadyProgramme | undefined {
  const version = findVersion(programme, on)
  if (!version) return undefined
  const params = parametersOn(programme.parameters, on)
  const isForPersons = programme.unit === 'person'
  const vocabulary = vocabularyOf(isForPersons, params)
  return {
    programme,
    version,
    versionName: `${programme.code}@${version.from}`,
    isForPersons,
    concerns:
      version.concerns === undefined ? undefined : compileRule(version.concerns, vocabulary),
    conditions: version.conditions.map((condition) =>
      readyCondition(condition, compileRule(condition.text, vocabulary), params),
    ),
    amount: version.amount && readyAmount(version.amount, params, isForPersons),
  }
}

function readyCondition(
  condition: Condition,
  rule: CompiledRule,
  params: Readonly<Record<string, number | string>>,
): ReadyCondition {
  return {
    id: condition.id,
    condition,
    rule,
    no: condition.no && fillParams(condition.no, params),
    change: condition.change && fillParams(condition.change, params),
    familyFields: fieldsOfFamily(rule.expression),
  }
}

function fieldsOfFamily(expression: Expression): readonly string[] | undefined {
  const names: string[] = []
  const open = [expression]
  for (let part = open.pop(); part; part = open.pop()) {
    if (part.kind === 'field' && Object.hasOwn(familyFields, part.name)) names.push(part.name)
    else if (aboutMembers.has(part.kind)) return undefined
    open.push(...partsOf(part))
  }
  return names
}

/** A field that is not the family's is the person's. */
const aboutMembers: ReadonlySet<Expression['kind']> = new Set([
  'field',
  'member-field',
  'age-on',
  'exists',
  'all',
  'count',
])

function readyAmount(
  amount: Amount,
  params: Readonly<Record<string, number | string>>,
  isForPersons: boolean,
): ReadyAmount {
  const { period } = amount
  if (amount.kind === 'flat') return { kind: 'flat', period, payRp: numberOf(params, amount.pay) }
  if (amount.kind === 'cases') {
    const vocabulary = vocabularyOf(isForPersons, params)
    const cases = amount.cases.map(({ when, pay }) => ({
      rule: compileRule(when, vocabulary),
      payRp: numberOf(params, pay),
    }))
    return { kind: 'cases', period, cases }
  }
  const vocabulary = vocabularyOf(true, params)
  return {
    kind: 'components',
    period,
    maxMembers: numberOf(params, amount.maxMembers),
    components: amount.components.map(({ when, pay }) => ({
      rule: compileRule(when, vocabulary),
      payRp: numberOf(params, pay),
    })),
  }
}

function numberOf(params: Readonly<Record<string, number | string>>, name: string): number {
  const value = params[name]
  return typeof value === 'number' ? value : 0
}

/** `{pkh.decile_max}` in a text becomes the value of the day. */
function fillParams(text: Words, params: Readonly<Record<string, number | string>>): Words {
  const fill = (written: string) =>
    written.replace(/\{([a-z0-9_.-]+)\}/g, (whole, name: string) => String(params[name] ?? whole))
  return { id: fill(text.id), en: fill(text.en) }
}
