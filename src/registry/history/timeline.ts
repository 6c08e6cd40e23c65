import type { RowRef } from '#intake/schema'
import type { Instant } from '#platform/tables'
import { familyAt } from './known-family.ts'
import type { FamilyVersions, KnownFamily, KnownPerson } from './schema.ts'

/** A value that became another; absent where there was none. */
export interface FieldChange {
  /** The family or the member. */
  readonly subjectId: string
  readonly field: string
  readonly from: unknown
  readonly to: unknown
}

export interface RowChange {
  readonly ref: RowRef
  readonly title: string
  readonly provider: string | null
  readonly personId: string
  readonly isAdded: boolean
}

/** One run that made something of a family otherwise than it was. */
export interface TimelineStep {
  readonly at: Instant
  /** Moment of the step before; undefined for the first. */
  readonly after: Instant | undefined
  /** Absent where the register knew no such family before, or knows none since. */
  readonly before: KnownFamily | undefined
  readonly now: KnownFamily | undefined
  readonly joined: readonly KnownPerson[]
  readonly left: readonly KnownPerson[]
  readonly fields: readonly FieldChange[]
  readonly rows: readonly RowChange[]
}

/** What became of a family from run to run, oldest first. A step in which nothing can be seen is none. */
export function timelineOf(versions: FamilyVersions): readonly TimelineStep[] {
  const moments = new Set<Instant>()
  for (const { recordedFrom, recordedTo } of [...versions.families, ...versions.persons]) {
    moments.add(recordedFrom)
    if (recordedTo !== null) moments.add(recordedTo)
  }
  const steps: TimelineStep[] = []
  let before: KnownFamily | undefined
  let after: Instant | undefined
  for (const at of [...moments].sort()) {
    const now = familyAt(versions, at)
    const step = { at, after, before, now, ...differences(before, now) }
    after = at
    before = now
    if (isSeen(step)) steps.push(step)
  }
  return steps
}

function isSeen({ before, now, joined, left, fields, rows }: TimelineStep): boolean {
  if ((before === undefined) !== (now === undefined)) return true
  return joined.length + left.length + fields.length + rows.length > 0
}

function differences(before: KnownFamily | undefined, now: KnownFamily | undefined) {
  const earlier = new Map(before?.persons.map((person) => [person.personId, person]))
  const later = new Map(now?.persons.map((person) => [person.personId, person]))
  const fields = before && now ? changedFields(now.familyId, factsOf(before), factsOf(now)) : []
  for (const [personId, person] of later) {
    const known = earlier.get(personId)
    if (known) fields.push(...changedFields(personId, personFacts(known), personFacts(person)))
  }
  return {
    joined: [...later.values()].filter(({ personId }) => !earlier.has(personId)),
    left: [...earlier.values()].filter(({ personId }) => !later.has(personId)),
    fields,
    rows: changedRows(before, now),
  }
}

function factsOf({ fields }: KnownFamily): Readonly<Record<string, unknown>> {
  return { ...fields }
}

function personFacts({
  fields,
  status,
  statusDate,
}: KnownPerson): Readonly<Record<string, unknown>> {
  return { ...fields, status, statusDate: statusDate ?? undefined }
}

function changedFields(
  subjectId: string,
  before: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, unknown>>,
): FieldChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])]
  return names
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(now[field]))
    .map((field) => ({ subjectId, field, from: before[field], to: now[field] }))
}

function changedRows(before: KnownFamily | undefined, now: KnownFamily | undefined): RowChange[] {
  const earlier = rowsOf(before)
  const later = rowsOf(now)
  const added = [...later].filter(([key]) => !earlier.has(key))
  const removed = [...earlier].filter(([key]) => !later.has(key))
  return [
    ...added.map(([, row]) => ({ ...row, isAdded: true })),
    ...removed.map(([, row]) => ({ ...row, isAdded: false })),
  ]
}

function rowsOf(family: KnownFamily | undefined): Map<string, Omit<RowChange, 'isAdded'>> {
  return new Map(
    family?.persons.flatMap(({ personId, rows }) =>
      rows.map(({ ref, title, provider }) => [
        JSON.stringify(ref),
        { ref, title, provider, personId },
      ]),
    ),
  )
}
