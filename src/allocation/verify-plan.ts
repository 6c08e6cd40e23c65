import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#platform/errors'
import { compileFilter } from '#programme'
import { parseCsv } from './read-table.ts'
import type { Certificate } from './schema.ts'
import { type ClaimedPlan, type Fault, verifyCertificate } from './verify-certificate.ts'
import { type AskFilter, type TextRecord, verifyInputs } from './verify-inputs.ts'

type InputState = 'same' | 'changed' | 'not-found'

export interface Verification {
  readonly isProven: boolean
  readonly served: number
  readonly value: number
  readonly upperBound: number
  readonly gap: number
  readonly faults: readonly Fault[]
  /**
   * Whether the files the plan was made from still are what they were: `same`, `changed`, or
   * `not-found` where they moved. When both are the same the certificate is held against them too;
   * else the proof is of what the certificate states.
   */
  readonly inputs: Readonly<Record<'needs' | 'offers', InputState>>
}

/**
 * Checks a folder written by `betang allocate`: that the plan can be carried out and is worth what
 * it claims, against its certificate.
 *
 * Code of its own: of the allocation it uses the CSV reader, and the rule language for filters.
 * @throws AppError `plan-unreadable` when a file is missing or is not what it should be.
 */
export async function verifyOut(out: string): Promise<Verification> {
  const certificate = asCertificate(await readJson(out, 'certificate.json'), out)
  const summary = asRecord(await readJson(out, 'summary.json'), out)
  const allocation = await readRecords(out, 'allocation.csv', ['need_id', 'offer_id'])
  const unserved = await readRecords(out, 'unserved.csv', ['need_id'])
  const plan: ClaimedPlan = {
    assignments: allocation.map(([needId = '', offerId = '']) => ({ needId, offerId })),
    unservedIds: unserved.map(([needId = '']) => needId),
    value: asNumber(summary.value, out),
    upperBound: asNumber(summary.upper_bound, out),
    gap: asNumber(summary.gap, out),
    served: asNumber(summary.served, out),
  }
  const inputs = {
    needs: await compareInput(summary.needs_file, summary.needs_sha256),
    offers: await compareInput(summary.offers_file, summary.offers_sha256),
  }
  const hasInputs = inputs.needs === 'same' && inputs.offers === 'same'
  const faults = [...verifyCertificate(certificate, plan)]
  if (hasInputs) {
    const offers = await readInput(String(summary.offers_file))
    const asked = offers.flatMap(({ filter = '' }) => compileFilter(filter).fields)
    const needs = await readInput(String(summary.needs_file), new Set([...needColumns, ...asked]))
    faults.push(...verifyInputs(certificate, plan, needs, offers, filterAsker()))
  }
  const { served, value, upperBound, gap } = plan
  return {
    isProven: faults.length === 0,
    served,
    value,
    upperBound,
    gap,
    faults,
    inputs,
  }
}

async function readText(out: string, name: string): Promise<string> {
  try {
    return await readFile(join(out, name), 'utf8')
  } catch (cause) {
    throw new AppError('plan-unreadable', { path: join(out, name) }, { cause })
  }
}

async function readJson(out: string, name: string): Promise<unknown> {
  const text = await readText(out, name)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError('plan-unreadable', { path: join(out, name) }, { cause })
  }
}

/** The named columns of a CSV file, in the order named. */
async function readRecords(
  out: string,
  name: string,
  columns: readonly string[],
): Promise<string[][]> {
  const [headings = [], ...records] = parseCsv(await readText(out, name), join(out, name))
  const places = columns.map((column) => headings.indexOf(column))
  if (places.includes(-1)) throw new AppError('plan-unreadable', { path: join(out, name) })
  return records.map((cells) => places.map((place) => cells[place] ?? ''))
}

function asRecord(value: unknown, out: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) {
    throw new AppError('plan-unreadable', { path: out })
  }
  return Object.fromEntries(Object.entries(value))
}

function asNumber(value: unknown, out: string): number {
  if (typeof value !== 'number') throw new AppError('plan-unreadable', { path: out })
  return value
}

/** Shape only; what it says is what the verification is about. */
function asCertificate(value: unknown, out: string): Certificate {
  const record = asRecord(value, out)
  const needs = asRecord(record.needs, out)
  const lists = [record.offers, record.classes, ...Object.values(needs)]
  const names = ['needId', 'points', 'class', 'potential', 'locked']
  if (!lists.every(Array.isArray) || !names.every((name) => name in needs)) {
    throw new AppError('plan-unreadable', { path: out })
  }
  // The one place where text from outside becomes a certificate; every number in it is checked.
  return value as Certificate
}

/** Columns of the needs that the verification looks at, besides those that filters ask for. */
const needColumns = ['need_id', 'sector', 'indicator', 'ward', 'score', 'promised_offer']

/** Records of an input file by heading; only the named columns where some are named. */
async function readInput(path: string, columns?: ReadonlySet<string>): Promise<TextRecord[]> {
  const text = (await readFile(path, 'utf8')).replace(/^\ufeff/, '')
  const [headings = [], ...records] = parseCsv(text, path)
  const kept = [...headings.entries()].filter(([, name]) => columns?.has(name.trim()) ?? true)
  return records
    .filter((cells) => cells.length > 1)
    .map((cells) => {
      const record: Record<string, string> = {}
      for (const [place, name] of kept) record[name.trim()] = cells[place]?.trim() ?? ''
      return record
    })
}

function filterAsker(): AskFilter {
  const compiled = new Map<string, ReturnType<typeof compileFilter>>()
  return (text, need) => {
    const filter = compiled.get(text) ?? compileFilter(text)
    compiled.set(text, filter)
    return filter.test(need) ?? undefined
  }
}

async function compareInput(path: unknown, sha256: unknown): Promise<InputState> {
  if (typeof path !== 'string') return 'not-found'
  try {
    const hash = createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
    return hash === sha256 ? 'same' : 'changed'
  } catch {
    return 'not-found'
  }
}
