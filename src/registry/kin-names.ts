import type { Intake, IntakeRow } from '#intake/schema'
import { normaliseAddress } from '#linkage'
import { isFamilyRow } from './row-kinds.ts'

/** Years between a parent and a child at least. */
const generationYears = 14

interface Relative {
  readonly name: string
  readonly birthYear: number | undefined
  readonly relation: string | undefined
}

/** Names of a row's family, from other rows. */
export interface KinNames {
  readonly familyNames?: readonly string[]
  readonly childNames?: readonly string[]
}

export interface Kin {
  readonly namesFor: (row: IntakeRow) => KinNames
}

/**
 * Who stands beside a row on the same family card of a register, or at the same door in a list of
 * insured members: a mother or child named elsewhere may be among them.
 */
export function kinOf(intake: Intake): Kin {
  const byKey = new Map<string, Relative[]>()
  for (const row of intake.rows) {
    const key = isFamilyRow(intake, row) ? undefined : kinKey(row)
    const { name, birthDate, relation } = row.fields
    if (key === undefined || name === undefined) continue
    const relative = {
      name,
      birthYear: birthDate === undefined ? undefined : Number(birthDate.slice(0, 4)),
      relation,
    }
    const known = byKey.get(key)
    if (known) known.push(relative)
    else byKey.set(key, [relative])
  }
  function namesFor({ fields, ...row }: IntakeRow): KinNames {
    const key = kinKey({ fields, ...row })
    const others = (key === undefined ? [] : (byKey.get(key) ?? [])).filter(
      ({ name }) => name !== fields.name,
    )
    if (others.length === 0) return {}
    const ownYear =
      fields.birthDate === undefined ? undefined : Number(fields.birthDate.slice(0, 4))
    const isAdult = fields.relation === 'head' || fields.relation === 'spouse'
    const children = others.filter(({ relation, birthYear }) =>
      fields.relation === undefined
        ? ownYear !== undefined && birthYear !== undefined && birthYear - ownYear >= generationYears
        : isAdult && relation === 'child',
    )
    return {
      familyNames: sortedNames(others),
      ...(children.length === 0 ? {} : { childNames: sortedNames(children) }),
    }
  }
  return { namesFor }
}

/** The order of rows must not matter. */
function sortedNames(relatives: readonly Relative[]): readonly string[] {
  return relatives.map(({ name }) => name).sort((left, right) => (left < right ? -1 : 1))
}

function kinKey(row: IntakeRow): string | undefined {
  const { kk, relation, jknStatus } = row.fields
  if (kk !== undefined && relation !== undefined) return `kk ${kk}`
  return jknStatus === undefined ? undefined : doorKey(row)
}

/** Ward, RT, street and number; undefined where no number is written. */
function doorKey({ fields }: IntakeRow): string | undefined {
  const { address, ward, rt } = fields
  const door = address === undefined ? undefined : normaliseAddress(address)
  if (door?.number === undefined || door.street === '') return undefined
  return `door ${ward ?? ''} ${rt ?? ''} ${door.street} ${door.number}`
}
