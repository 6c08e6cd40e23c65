import { evidenceText, indicatorNames, questionText } from '#assessment'
import type { NeedFacts } from '#assessment/schema'
import { type CsvValue, writeCsv } from '#platform/csv'
import type { RunResult } from '../../flow.ts'
import { say } from '../language.ts'

const factColumns = [
  'decile',
  'age_years',
  'sex',
  'in_school',
  'school_level',
  'disability',
  'disability_severity',
  'pregnant',
  'chronic_illness',
  'woman_head',
  'lone_elderly',
  'own_house',
  'land_title',
  'house_condition',
  'has_nik',
  'jkn_active',
  'owns_business',
  'power_va',
  'faith',
  'area_type',
  'flooded',
  'receives',
] as const satisfies readonly (keyof NeedFacts)[]

/** needs.csv: all that an allocation reads, and the evidence in words. */
export async function writeNeedsCsv(
  path: string,
  { assessment, register }: RunResult,
): Promise<void> {
  const headings = [
    'need_id',
    'family_id',
    'person_id',
    'ward',
    'sector',
    'indicator',
    'severity',
    'score',
    'since',
    ...factColumns,
    'evidence',
  ]
  await writeCsv(
    path,
    headings,
    assessment.needs.map((need) => [
      need.needId,
      need.familyId,
      need.personId,
      need.ward,
      need.sector,
      need.indicator,
      need.severity,
      need.score,
      need.since,
      ...factColumns.map((name) => factCell(need.facts[name])),
      evidenceText(need, register).id,
    ]),
  )
}

/** decisions.csv: every programme for every unit that it concerns, with the reason in words. */
export async function writeDecisionsCsv(path: string, { decisions }: RunResult): Promise<void> {
  await writeCsv(
    path,
    [
      'unit_id',
      'programme',
      'result',
      'amount_rp',
      'reason_code',
      'family_id',
      'person_id',
      'amount_period',
      'rule_version',
      'missing',
      'is_receiving',
      'reason',
    ],
    decisions.map((decision) => [
      decision.personId ?? decision.familyId,
      decision.programme,
      decision.result,
      decision.amountRp,
      decision.reasonCode,
      decision.familyId,
      decision.personId,
      decision.amountPeriod,
      decision.ruleVersion,
      decision.missing.join(' '),
      decision.isReceiving,
      decision.reasonId,
    ]),
  )
}

/** offers.csv: the office's offers in the terms that an allocation reads. */
export async function writeOffersCsv(path: string, { offerReading }: RunResult): Promise<void> {
  await writeCsv(
    path,
    [
      'offer_id',
      'provider',
      'sector',
      'indicator',
      'units',
      'unit_cost_rp',
      'budget_rp',
      'wards',
      'filter',
      'window_from',
      'window_to',
      'needs_per_unit',
      'min_bundle',
      'what',
    ],
    offerReading.offers.map((offer) => [
      offer.offerId,
      offer.provider,
      offer.sector,
      offer.indicator,
      offer.units,
      offer.unitCostRp,
      offer.budgetRp,
      offer.wards.join(' '),
      offer.filter,
      offer.windowFrom,
      offer.windowTo,
      offer.needsPerUnit,
      offer.minBundle,
      offer.what,
    ]),
  )
}

/** questions.csv: what nobody knows yet, of families and of offers. */
export async function writeQuestionsCsv(path: string, run: RunResult): Promise<void> {
  const families = run.assessment.questions.map(
    ({ familyId, personId, indicator, fact }): CsvValue[] => [
      'family',
      familyId,
      personId,
      indicator,
      fact,
      say(questionText(fact).id, questionText(fact).en),
      say(
        `Sampai dijawab, belum pasti apakah ini kurang: ${indicatorNames[indicator].id}.`,
        `Until answered it is not sure whether this is lacking: ${indicatorNames[indicator].en}.`,
      ),
    ],
  )
  const offers = run.offerReading.questions.map((one): CsvValue[] => [
    'offer',
    one.offerId,
    '',
    one.code,
    '',
    say(one.text, one.textEn),
    say(one.effect, one.effectEn),
  ])
  const filters = run.plan.questions.map(({ offerId, field, needCount }): CsvValue[] => [
    'offer',
    offerId,
    '',
    'filter-unknown',
    field,
    say(questionText(field).id, questionText(field).en),
    say(
      `Sampai dijawab, ${needCount} kebutuhan belum bisa dilayani tawaran ini.`,
      `Until answered this offer cannot serve ${needCount} needs.`,
    ),
  ])
  await writeCsv(
    path,
    ['about', 'id', 'person_id', 'code', 'fact', 'question', 'effect'],
    [...families, ...offers, ...filters],
  )
}

/** allocation.csv and unserved.csv, as `betang allocate` writes them. */
export async function writeAllocationCsv(path: string, { plan }: RunResult): Promise<void> {
  await writeCsv(
    path,
    ['need_id', 'offer_id', 'units', 'amount_rp', 'reason'],
    plan.lines.map((line) => [line.needId, line.offerId, line.units, line.amountRp, line.reason]),
  )
}

/** The needs that no offer reached, each with the cut-off. */
export async function writeUnservedCsv(path: string, { plan }: RunResult): Promise<void> {
  await writeCsv(
    path,
    ['need_id', 'reason_code', 'cutoff', 'score'],
    plan.unserved.map((line) => [line.needId, line.reasonCode, line.cutoff, line.score]),
  )
}

function factCell(value: NeedFacts[keyof NeedFacts]): CsvValue {
  return typeof value === 'object' && value !== null ? value.join(';') : value
}
