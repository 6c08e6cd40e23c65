import { allOf, type Claim, type MissingFact } from './claim.ts'
import type { FamilyView, MemberView } from './family-view.ts'
import { missingMembers } from './family-view.ts'
import type { EvidenceFact, Need } from './schema.ts'

export type Severity = Need['severity']

/** One lack found; of the family where no person is named. */
export interface Lack {
  readonly member?: MemberView
  readonly severity: Severity
  readonly evidence: readonly EvidenceFact[]
}

/**
 * How one indicator stands in a family: lacks found, and facts that would settle the rest. The
 * family lacks it when there is a lack, does not when nothing is missing, else it is unknown.
 */
export interface Finding {
  readonly lacks: readonly Lack[]
  readonly missing: readonly MissingFact[]
}

/** The finding of a claim about the family as a whole. */
export function familyFinding(claim: Claim, severity: Severity): Finding {
  return claimFinding(claim, severity)
}

/** The finding of a claim about each member; somebody unheard of keeps the family's answer open. */
export function memberFinding(
  view: FamilyView,
  claimOf: (member: MemberView) => Claim,
  severityOf: (member: MemberView, claim: Claim) => Severity,
): Finding {
  const findings = view.members.map((member) => {
    const claim = claimOf(member)
    return claimFinding(claim, severityOf(member, claim), member)
  })
  const lacks = findings.flatMap((finding) => finding.lacks)
  const missing = findings.flatMap((finding) => finding.missing)
  const unheard = lacks.length > 0 ? [] : missingMembers(view).missing
  return { lacks, missing: [...missing, ...unheard] }
}

/** Both findings together: a lack of either counts. */
export function mergeFindings(...findings: readonly Finding[]): Finding {
  return {
    lacks: findings.flatMap((finding) => finding.lacks),
    missing: findings.flatMap((finding) => finding.missing),
  }
}

function claimFinding(claim: Claim, severity: Severity, member?: MemberView): Finding {
  if (claim.value === null) return { lacks: [], missing: claim.missing }
  if (claim.value === false) return { lacks: [], missing: [] }
  const lack = { severity, evidence: claim.evidence }
  return { lacks: [member === undefined ? lack : { ...lack, member }], missing: [] }
}

/**
 * All of them, asked in order: no question about the rest while the first is open or fails, so that
 * a family is asked what comes next and not everything at once.
 */
export function given(condition: Claim, ...claims: readonly Claim[]): Claim {
  if (condition.value === false) return condition
  const all = allOf(condition, ...claims)
  return condition.value === null && all.value === null ? condition : all
}
