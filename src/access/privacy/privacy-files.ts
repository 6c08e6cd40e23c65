import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { z } from 'zod'
import {
  ImpactTexts,
  ProcessingRecords,
  type RequestKind,
  RetentionRules,
  Rights,
} from './schema.ts'

const folder = new URL('../../../privacy/', import.meta.url)

/** The rights of data subjects, their terms and the grounds of refusal. */
export const rights = (): Rights => readOnce('rights.yaml', Rights)

/** What the office does with personal data. */
export const processingRecords = (): ProcessingRecords =>
  readOnce('records.yaml', ProcessingRecords)

/** How long each class of data is kept. */
export const retentionRules = (): RetentionRules => readOnce('retention.yaml', RetentionRules)

/** What people wrote about the risks of it all. */
export const impactTexts = (): ImpactTexts => readOnce('assessment.yaml', ImpactTexts)

/** What the law says about a kind of request. */
export function getRight(kind: RequestKind): Rights['rights'][number] {
  const right = rights().rights.find((candidate) => candidate.kind === kind)
  if (!right) throw new Error(`rights.yaml has no ${kind}`)
  return right
}

const texts = new Map<string, unknown>()

/** The files are part of the programme: one that does not fit is a fault of ours, found by the tests. */
function readOnce<Shape extends z.ZodType>(file: string, shape: Shape): z.output<Shape> {
  if (!texts.has(file)) texts.set(file, parse(readFileSync(new URL(file, folder), 'utf8')))
  return shape.parse(texts.get(file))
}
