import type { Assessment } from '#assessment/schema'
import { programmeCode } from '#ledger'
import type { Received } from '#ledger/schema'
import type { IsoDate } from '#platform/dates'
import type { Person, Register, RowRef } from '#registry/schema'
import type { Programme } from './catalogue.ts'
import { decideCase } from './decide.ts'
import { type FamilyView, familyViews } from './facts.ts'
import { originFields } from './origin-fields.ts'
import { findReadyProgramme } from './rules-in-force.ts'
import type { ProgrammeDecision } from './schema.ts'
import { spokenName } from './spoken-name.ts'
import type { Case } from './tell-decision.ts'

export interface DecideRequest {
  readonly programmes: readonly Programme[]
  readonly register: Register
  readonly assessment: Assessment
  readonly received: readonly Received[]
  /** The day whose rules and values hold. */
  readonly on: IsoDate
  /** Row of `Intake.rows`, so that facts can name it. */
  readonly refOf: (rowNo: number) => RowRef | undefined
  /** Ids of families of whom the lists name everybody. */
  readonly completeRosters: ReadonlySet<string>
}

/**
 * What every family and person of the register is entitled to on a day, with the reason.
 *
 * One decision a family and programme, or a person whom a programme for persons concerns, in the
 * order of register, catalogue and family card. A programme that has no rule in force on the day
 * decides nothing.
 */
export function decideAll(input: DecideRequest): readonly ProgrammeDecision[] {
  const { programmes, register, assessment, on } = input
  const ready = programmes.flatMap((programme) => findReadyProgramme(programme, on) ?? [])
  const records = recordsOf(input.received)
  const views = familyViews({
    register,
    profiles: assessment.profiles,
    needs: assessment.needs,
    receivedByFamily: records.byFamily,
    completeRosters: input.completeRosters,
    on,
  })
  const decisions: ProgrammeDecision[] = []
  for (const view of views) {
    const { family, persons } = casesOf(view, records, input.refOf)
    for (const programme of ready) {
      for (const one of programme.isForPersons ? persons : [family]) {
        const decision = decideCase(programme, one)
        if (decision) decisions.push(decision)
      }
    }
  }
  return decisions
}

interface Records {
  readonly byFamily: ReadonlyMap<string, readonly string[]>
  readonly byPerson: ReadonlyMap<string, readonly string[]>
}

/** What the ledger holds of each family and person: programme codes, else the giver's words. */
function recordsOf(received: readonly Received[]): Records {
  const byFamily = new Map<string, string[]>()
  const byPerson = new Map<string, string[]>()
  for (const entry of received) {
    const code = programmeCode(entry)
    add(byFamily, entry.familyId, code)
    add(byPerson, entry.personId, code)
  }
  return { byFamily, byPerson }
}

function add(records: Map<string, string[]>, id: string, code: string): void {
  const known = records.get(id)
  if (!known) records.set(id, [code])
  else if (!known.includes(code)) known.push(code)
}

const nothing: readonly string[] = []

/** The family and its active members before any programme. */
interface Cases {
  readonly family: Case
  readonly persons: readonly Case[]
}

function casesOf(
  view: FamilyView,
  { byFamily, byPerson }: Records,
  refOf: DecideRequest['refOf'],
): Cases {
  const { family, members, facts } = view
  const shared = {
    familyId: family.familyId,
    memberName: (memberNo: number) => spokenName(members[memberNo]?.person.name ?? ''),
    received: byFamily.get(family.familyId) ?? nothing,
  }
  return {
    family: { ...shared, ...refs(view, undefined, refOf), facts, subjectName: () => '' },
    persons: members.map(({ personId, person }, memberNo) => ({
      ...shared,
      ...refs(view, person, refOf),
      personId,
      facts: { ...facts, subject: facts.members?.[memberNo] ?? {} },
      subjectName: () => spokenName(person.name ?? ''),
      receivedByPerson: byPerson.get(personId) ?? nothing,
    })),
  }
}

/** Where a fact was read: the row of the value that the register kept. */
function refs(
  { family, members }: FamilyView,
  subject: Person | undefined,
  refOf: DecideRequest['refOf'],
): Pick<Case, 'refOf'> {
  return {
    refOf: (field, memberNo) => {
      const names = originFields[field]
      const person = memberNo === undefined ? subject : members[memberNo]?.person
      const origins = [...(person?.origins ?? []), ...family.origins]
      const origin = origins.find((candidate) => names?.includes(candidate.field))
      return origin && refOf(origin.rowNo)
    },
  }
}
