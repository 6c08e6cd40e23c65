import type { Assessment } from '#assessment/schema'
import { countServed } from '#ledger'
import type { Received } from '#ledger/schema'
import type { IsoDate } from '#platform/dates'
import type { Register } from '#registry/schema'
import type { Programme } from './catalogue.ts'
import { decide } from './decide.ts'
import { excludeEarlierAid } from './exclusions.ts'
import { familyViews } from './facts.ts'
import { findReadyProgramme, type ReadyProgramme } from './rules-in-force.ts'
import type { ProgrammeDecision, ProgrammeSummary } from './schema.ts'
import type { DecisionSubject } from './subject.ts'

export interface DecideRequest {
  readonly programmes: readonly Programme[]
  readonly register: Register
  readonly assessment: Assessment
  readonly received: readonly Received[]
  readonly on: IsoDate
}

/**
 * Every programme in force on the day for every family, and for every person where it is for persons.
 *
 * Steps: facts of the register, rules in force, decisions, then the second pass that holds them
 * against help already on record. Families in the order of the register.
 */
export function decideAll(request: DecideRequest): readonly ProgrammeDecision[] {
  const { programmes, register, assessment, received, on } = request
  const ready = programmes.flatMap((programme) => findReadyProgramme(programme, on) ?? [])
  const receivedByFamily = new Map(
    countServed(received, register).map(({ familyId, programmes: codes }) => [familyId, codes]),
  )
  const holders = holdersOf(received)
  const decisions: ProgrammeDecision[] = []
  const views = familyViews({ register, profiles: assessment.profiles, receivedByFamily, on })
  for (const view of views) {
    for (const programme of ready) {
      const onRecord = receivedByFamily.get(view.family.familyId) ?? []
      for (const subject of subjectsOf(programme, { view })) {
        const decision = decide(programme, subject, isHolder(programme, subject, holders))
        if (decision) decisions.push(excludeEarlierAid(programme, decision, onRecord))
      }
    }
  }
  return decisions
}

function subjectsOf(ready: ReadyProgramme, { view }: DecisionSubject): DecisionSubject[] {
  if (!ready.isForPersons) return [{ view }]
  return view.members.map((_, memberNo) => ({ view, memberNo }))
}

/** `PKH\nfamily` and `PBI-JK\nperson` for what is on record. */
function holdersOf(received: readonly Received[]): ReadonlySet<string> {
  const holders = new Set<string>()
  for (const { programme, familyId, personId } of received) {
    holders.add(`${programme}\n${familyId}`)
    holders.add(`${programme}\n${personId}`)
  }
  return holders
}

function isHolder(
  { programme, isForPersons }: ReadyProgramme,
  { view, memberNo }: DecisionSubject,
  holders: ReadonlySet<string>,
): boolean {
  const unit =
    isForPersons && memberNo !== undefined ? view.members[memberNo]?.personId : view.family.familyId
  return [programme.code, ...programme.aliases].some((code) => holders.has(`${code}\n${unit}`))
}

/** The catalogue in short, for pages. */
export function programmeSummaries(programmes: readonly Programme[]): ProgrammeSummary[] {
  return programmes.map((programme) => ({
    code: programme.code,
    nameId: programme.names.id,
    nameEn: programme.names.en,
    sector: programme.sector,
    unit: programme.unit,
    decidedBy: programme.decidedBy.id,
    source: programme.source,
    validFrom: programme.versions.at(-1)?.from ?? '',
  }))
}
