import { parse } from 'yaml'
import { AppError } from '#platform/errors'
import type { Policy } from './schema.ts'

/** Rules that the policy file knows and this allocation does not carry out yet. */
const unsupportedRules = ['floors', 'household_cap', 'budgets'] as const
/** The tie rule there is: the longer wait first, then the need's id. */
const tieRule = ['waiting', 'need_id']

/**
 * The council's rules from a policy file.
 *
 * @throws AppError `policy-invalid` when it cannot be read or names an unknown rule,
 * `policy-rule-unsupported` when it sets a rule that would change the plan and is not carried out.
 */
export function readPolicy(text: string, path: string): Policy {
  const rules = parseRules(text, path)
  for (const rule of unsupportedRules) {
    if (isSet(rules.get(rule))) throw new AppError('policy-rule-unsupported', { path, rule })
  }
  const keepBonus = rules.get('keep_bonus') ?? 0
  if (typeof keepBonus !== 'number' || !Number.isFinite(keepBonus) || keepBonus < 0) {
    throw new AppError('policy-invalid', { path, rule: 'keep_bonus' })
  }
  const tie = rules.get('tie') ?? []
  if (!Array.isArray(tie)) throw new AppError('policy-invalid', { path, rule: 'tie' })
  if (tie.some((word, place) => word !== tieRule[place])) {
    throw new AppError('policy-rule-unsupported', { path, rule: 'tie' })
  }
  return { keepBonus }
}

function parseRules(text: string, path: string): ReadonlyMap<string, unknown> {
  let document: unknown
  try {
    document = parse(text)
  } catch (cause) {
    throw new AppError('policy-invalid', { path, rule: 'yaml' }, { cause })
  }
  if (document === null || document === undefined) return new Map()
  if (typeof document !== 'object' || Array.isArray(document)) {
    throw new AppError('policy-invalid', { path, rule: 'yaml' })
  }
  const rules = new Map(Object.entries(document).map(([key, value]) => [snakeCase(key), value]))
  const known: readonly string[] = [...unsupportedRules, 'keep_bonus', 'tie']
  for (const rule of rules.keys()) {
    if (!known.includes(rule)) throw new AppError('policy-invalid', { path, rule })
  }
  return rules
}

function isSet(value: unknown): boolean {
  return !(value === undefined || value === null || (Array.isArray(value) && value.length === 0))
}

function snakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
