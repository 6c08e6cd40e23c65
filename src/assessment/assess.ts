import type { Intake, ListSheet } from '#intake/schema'
import { sectorOf, sectors } from '#ledger'
import { type Indicator, indicatorsBySector, type Received } from '#ledger/schema'
import type { IsoDate } from '#platform/dates'
import { publicKey } from '#platform/keys'
import type { Register } from '#registry/schema'
import { documents, elderCare, income, neglect } from './basic.ts'
import { outOfSchool, schoolCost } from './education.ts'
import { type FamilyView, viewFamilies } from './family-view.ts'
import type { Finding, Lack } from './finding.ts'
import { disability, healthInsurance, nutrition, pregnancy } from './health.ts'
import { decentHouse, electricity } from './housing.ts'
import { businessCapital, debt, womanHead, work, workProtection } from './livelihood.ts'
import { familyFacts, needFacts } from './need-facts.ts'
import type { Assessment, EvidenceFact, FamilyProfile, Need, Question } from './schema.ts'
import { familyReasons, pointsOf, yearsWaiting } from './score.ts'
import { drinkingWater, sanitation } from './water.ts'
import { metByWorks } from './works.ts'

/** Everything an assessment reads. `on` is the day on which ages and waiting are counted. */
export interface AssessmentInput {
  readonly intake: Intake
  readonly register: Register
  readonly received: readonly Received[]
  readonly on: IsoDate
}

type Rule = (view: FamilyView) => Finding

const rules: Readonly<Record<Indicator, Rule>> = {
  INCOME: income,
  ELDER: elderCare,
  NEGLECT: neglect,
  DOC: documents,
  ATS: outOfSchool,
  EDU_COST: schoolCost,
  JKN: healthInsurance,
  NUTR: nutrition,
  PREG: pregnancy,
  DISAB: disability,
  WATER: drinkingWater,
  SANI: sanitation,
  HOUSING: decentHouse,
  ELEC: electricity,
  WORK: work,
  CAPITAL: businessCapital,
  JAMSOS: workProtection,
  PEKKA: womanHead,
  DEBT: debt,
}

/** The fact to ask about when works may have met a lack since the last look. */
const factAfterWorks: Partial<Record<Indicator, string>> = {
  HOUSING: 'houseCondition',
  SANI: 'wasteDisposal',
  WATER: 'water',
  ELEC: 'lighting',
}

const indicators: readonly Indicator[] = sectors().flatMap((sector) => indicatorsBySector[sector])

/**
 * What every family lacks, as far as the lists tell: needs with their evidence and points, a
 * question for each fact that would settle an open point, and a three-valued profile a family.
 * Families in the register's order, indicators in the order of the closed list.
 */
export function assess({ intake, register, received, on }: AssessmentInput): Assessment {
  const needs: Need[] = []
  const questions: Question[] = []
  const profiles: FamilyProfile[] = []
  const dateOf = (rowNo: number) => rowDate(intake, rowNo, on)
  const seenOn = evidenceDate(intake, dateOf)

  for (const view of viewFamilies(intake, register, received, on)) {
    const { familyId } = view.family
    const isGone = view.members.length === 0 && view.family.memberIds.length > 0
    const findings = new Map(
      indicators.map((indicator) => [
        indicator,
        isGone ? emptyFinding : findingOf(view, indicator, dateOf),
      ]),
    )
    profiles.push({ familyId, lacks: lacksOf(findings) })
    for (const need of needsOf(view, findings, seenOn)) needs.push(need)
    for (const question of questionsOf(familyId, findings)) questions.push(question)
  }
  return { on, needs, questions, profiles }
}

/** Each open fact once an indicator, however many members wait for it. */
function questionsOf(
  familyId: string,
  findings: ReadonlyMap<Indicator, Finding>,
): readonly Question[] {
  return [...findings].flatMap(([indicator, { missing }]) => {
    const distinct = new Map(missing.map((open) => [`${open.fact}|${open.personId ?? ''}`, open]))
    return [...distinct.values()].map(
      ({ fact, personId }): Question =>
        personId === undefined
          ? { familyId, indicator, fact }
          : { familyId, personId, indicator, fact },
    )
  })
}

const emptyFinding: Finding = { lacks: [], missing: [] }

function findingOf(
  view: FamilyView,
  indicator: Indicator,
  dateOf: (rowNo: number) => IsoDate | undefined,
): Finding {
  const finding = rules[indicator](view)
  const fact = factAfterWorks[indicator]
  return fact === undefined ? finding : metByWorks(view, indicator, fact, finding, dateOf)
}

function lacksOf(findings: ReadonlyMap<Indicator, Finding>): FamilyProfile['lacks'] {
  const stand = (indicator: Indicator) => {
    const finding = findings.get(indicator) ?? emptyFinding
    if (finding.lacks.length > 0) return true
    return finding.missing.length > 0 ? null : false
  }
  return {
    INCOME: stand('INCOME'),
    ELDER: stand('ELDER'),
    NEGLECT: stand('NEGLECT'),
    DOC: stand('DOC'),
    ATS: stand('ATS'),
    EDU_COST: stand('EDU_COST'),
    JKN: stand('JKN'),
    NUTR: stand('NUTR'),
    PREG: stand('PREG'),
    DISAB: stand('DISAB'),
    WATER: stand('WATER'),
    SANI: stand('SANI'),
    HOUSING: stand('HOUSING'),
    ELEC: stand('ELEC'),
    WORK: stand('WORK'),
    CAPITAL: stand('CAPITAL'),
    JAMSOS: stand('JAMSOS'),
    PEKKA: stand('PEKKA'),
    DEBT: stand('DEBT'),
  }
}

function needsOf(
  view: FamilyView,
  findings: ReadonlyMap<Indicator, Finding>,
  seenOn: (fact: EvidenceFact) => IsoDate | undefined,
): readonly Need[] {
  if ([...findings.values()].every(({ lacks }) => lacks.length === 0)) return []
  const shared = familyReasons(view)
  const facts = familyFacts(view)
  return [...findings].flatMap(([indicator, { lacks }]) => {
    const isHelped = view.gifts.some((gift) => gift.indicator === indicator)
    return distinctLacks(lacks).map((lack) => {
      const { familyId, ward } = view.family
      const personId = lack.member?.person.personId
      const evidence = lack.evidence.map((fact) => {
        const day = seenOn(fact)
        return day === undefined ? fact : { ...fact, seenOn: day }
      })
      const since = evidence.flatMap((fact) => fact.seenOn ?? []).sort()[0]
      const lines = pointsOf(lack, shared, isHelped, yearsWaiting(since, view.on))
      return {
        needId: publicKey(`${familyId}|${personId ?? ''}|${indicator}`),
        familyId,
        ...(personId === undefined ? {} : { personId }),
        ...(ward === undefined ? {} : { ward }),
        sector: sectorOf(indicator),
        indicator,
        severity: lack.severity,
        score: lines.reduce((sum, line) => sum + line.points, 0),
        ...(since === undefined ? {} : { since }),
        facts: needFacts(view, facts, lack.member),
        evidence,
        points: lines,
      }
    })
  })
}

/** One need a person and indicator: the graver of two, with the evidence of both. */
function distinctLacks(lacks: readonly Lack[]): readonly Lack[] {
  if (lacks.length < 2) return lacks
  const grouped = Map.groupBy(lacks, (lack) => lack.member?.person.personId ?? '')
  return [...grouped.values()].flatMap((group) => {
    const [first] = [...group].sort((left, right) => right.severity - left.severity)
    if (first === undefined) return []
    return group.length === 1
      ? first
      : { ...first, evidence: group.flatMap((lack) => lack.evidence) }
  })
}

/** When a row looked at the family: its own visit, else the beginning of the list's period. */
function rowDate(intake: Intake, rowNo: number, on: IsoDate): IsoDate | undefined {
  const row = intake.rows[rowNo]
  const sheet = row && intake.sheets[row.sheetNo]
  if (row === undefined || sheet === undefined) return undefined
  // In a list of members this date is when cover began, not when the list was made.
  const isVisit = sheet.kind === 'housing-survey' || sheet.kind === 'water-survey'
  const period = sheet.period ?? intake.sheets.find((other) => isOfSameFile(other, sheet))?.period
  const date = row.fields.surveyDate ?? (isVisit ? row.fields.aidDate : undefined) ?? period?.from
  return date !== undefined && date <= on ? date : undefined
}

/** A sheet that tells the time for its whole file, as a register's family sheet does. */
function isOfSameFile(other: ListSheet, sheet: ListSheet): boolean {
  return other.file === sheet.file && other.kind !== 'other' && other.period !== undefined
}

/** The day on which a fact of the evidence was seen, where its row or list tells one. */
function evidenceDate(
  intake: Intake,
  dateOf: (rowNo: number) => IsoDate | undefined,
): (fact: EvidenceFact) => IsoDate | undefined {
  const rowNoByRef = new Map(intake.rows.map((row, rowNo) => [row.ref, rowNo]))
  return ({ ref }) => {
    const rowNo = ref === undefined ? undefined : rowNoByRef.get(ref)
    return rowNo === undefined ? undefined : dateOf(rowNo)
  }
}
