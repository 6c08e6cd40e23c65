/**
 * Allocation of a made-up city: value and time against first-fit greedy on the same case.
 *
 * `node bench/allocation.ts [families] [offers] [seed]`; default 90,000 families with about 450,000
 * needs, 200 offers. Prints one JSON line; times are processor seconds with
 * garbage collection, and wall seconds where named so.
 */
import { allocate, type NeedInput, verifyCertificate } from '#allocation'
import type { Offer } from '#partner/schema'
import { compileFilter } from '#programme'

const [families = 90_000, offerCount = 200, seed = 1] = process.argv.slice(2).map(Number)
const indicators = [
  ['basic', 'INCOME'],
  ['basic', 'ELDER'],
  ['basic', 'DOC'],
  ['education', 'ATS'],
  ['education', 'EDU_COST'],
  ['health', 'JKN'],
  ['health', 'NUTR'],
  ['water', 'WATER'],
  ['water', 'SANI'],
  ['housing', 'HOUSING'],
  ['housing', 'ELEC'],
  ['livelihood', 'CAPITAL'],
  ['livelihood', 'JAMSOS'],
] as const

/** Mulberry32: the same numbers on every machine. */
function randomFrom(start: number): () => number {
  let state = start >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const random = randomFrom(seed)
const below = (limit: number) => Math.floor(random() * limit)
const wards = Array.from(
  { length: 30 },
  (_, n) => `62.71.0${1 + (n % 5)}.${1001 + Math.floor(n / 5)}`,
)

function makeNeeds(): NeedInput[] {
  const needs: NeedInput[] = []
  for (let family = 0; family < families; family++) {
    const ward = wards[Math.floor(random() ** 2 * wards.length)] ?? ''
    const decile = random() < 0.1 ? null : 1 + below(10)
    const receives = random() < 0.3 ? ['PKH', 'SEMBAKO'] : []
    for (let count = 0; count < 5; count++) {
      const [sector, indicator] = indicators[below(indicators.length)] ?? ['', '']
      const severity = 1 + below(4)
      needs.push({
        needId: `n${family}-${count}`,
        familyId: `f${family}`,
        personId: '',
        ward,
        sector,
        indicator,
        severity,
        score: severity * 200 + below(400),
        since: `2025-0${1 + below(9)}-01`,
        lockedOffer: '',
        promisedOffer: '',
        fields: { decile, age_years: below(80), sex: random() < 0.5 ? 'L' : 'P', receives },
      })
    }
  }
  return needs
}

const filters = [
  '',
  'decile <= 4',
  'decile <= 3 && !("PKH" in receives)',
  'age_years >= 60',
  'sex == "P" && decile <= 5',
]

function makeOffers(needCount: number): Offer[] {
  return Array.from({ length: offerCount }, (_, n) => {
    const [sector, indicator] = indicators[n % indicators.length] ?? ['', '']
    const reach = random()
    return {
      offerId: `o${n}`,
      provider: `p${n % 60}`,
      sector,
      indicator: random() < 0.2 ? '' : indicator,
      units: Math.floor((needCount / offerCount) * 0.7 * random()),
      unitCostRp: 1_000_000,
      wards: reach < 0.5 ? [] : reach < 0.8 ? [`62.71.0${1 + below(5)}`] : [wards[below(30)] ?? ''],
      filter: filters[below(filters.length)] ?? '',
      needsPerUnit: 1,
      what: '',
    }
  })
}

/** Each need in order of priority takes the first offer with room that may serve it. */
function firstFit(needs: readonly NeedInput[], offers: readonly Offer[]): number {
  const left = offers.map(({ units = 0 }) => units)
  const tests = offers.map(({ filter }) => compileFilter(filter))
  let value = 0
  for (const need of needs.toSorted((a, b) => b.score - a.score)) {
    const taken = offers.findIndex(
      (offer, n) =>
        (left[n] ?? 0) > 0 &&
        offer.sector === need.sector &&
        (offer.indicator === '' || offer.indicator === need.indicator) &&
        (offer.wards.length === 0 ||
          offer.wards.some((code) => `${need.ward}.`.startsWith(`${code}.`))) &&
        tests[n]?.test(need.fields) === true,
    )
    if (taken < 0) continue
    left[taken] = (left[taken] ?? 0) - 1
    value += need.score
  }
  return value
}

/** Seconds of processor time, so that other work on the machine does not count. */
function seconds<Result>(work: () => Result): [Result, number] {
  const start = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(start)
  return [result, Math.round((user + system) / 1000) / 1000]
}

const needs = makeNeeds()
const offers = makeOffers(needs.length)
const [greedyValue, greedySeconds] = seconds(() => firstFit(needs, offers))
const startMs = performance.now()
const [plan, planSeconds] = seconds(() => allocate({ needs, offers }))
const planWallSeconds = Math.round(performance.now() - startMs) / 1000
const [faults, verifySeconds] = seconds(() =>
  verifyCertificate(plan.certificate, {
    ...plan,
    assignments: plan.lines,
    unservedIds: plan.unserved.map(({ needId }) => needId),
  }),
)
console.log(
  JSON.stringify({
    needs: needs.length,
    offers: offers.length,
    served: plan.served,
    value: plan.value,
    gap: plan.gap,
    greedyValue,
    valueOverGreedy: Math.round((plan.value / greedyValue) * 10_000) / 10_000,
    planSeconds,
    planWallSeconds,
    greedySeconds,
    timeOverGreedy: Math.round((planSeconds / greedySeconds) * 100) / 100,
    verifySeconds,
    faults: faults.length,
  }),
)
