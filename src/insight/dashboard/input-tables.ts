import type { FamilyProfile, Need } from '#assessment/schema'
import { type Indicator, indicatorsBySector, type Overlap, type ServedCount } from '#ledger/schema'
import type { Batch, InputColumn, InputTable } from '#platform/duckdb'
import type { Family } from '#registry/schema'
import { wards } from '#territory'
import { indicators, sectors } from '../schema.ts'

/** What the city's picture is counted from; all of one run. */
export interface CountedRows {
  readonly families: readonly Pick<Family, 'familyId' | 'ward' | 'listCount'>[]
  readonly needs: readonly Pick<Need, 'familyId' | 'indicator'>[]
  readonly served: readonly Pick<ServedCount, 'familyId' | 'programmes'>[]
  readonly profiles: readonly FamilyProfile[]
  readonly overlaps: readonly Pick<Overlap, 'familyId' | 'kind' | 'isCertain'>[]
}

/** Makes the tables that the steps read: the rows of a run, and the closed lists they count along. */
export async function loadInputTables(batch: Batch, rows: CountedRows): Promise<void> {
  await batch.load(indicatorTable, indicatorRows)
  await batch.load(wardTable, wards)
  await batch.load(familyTable, rows.families)
  await batch.load(needTable, rows.needs)
  await batch.load(programmeCountTable, rows.served)
  await batch.load(profileTable, rows.profiles)
  await batch.load(overlapTable, rows.overlaps)
}

const indicatorRows = sectors.flatMap((sector) =>
  indicatorsBySector[sector].map((indicator) => ({ sector, indicator })),
)

const indicatorTable: InputTable<(typeof indicatorRows)[number]> = {
  name: 'indicator',
  columns: {
    place: { type: 'integer', valueOf: (row) => indicatorRows.indexOf(row) },
    sector: { type: 'varchar', valueOf: ({ sector }) => sector },
    indicator: { type: 'varchar', valueOf: ({ indicator }) => indicator },
  },
}

const wardTable: InputTable<(typeof wards)[number]> = {
  name: 'ward',
  columns: {
    place: { type: 'integer', valueOf: (row) => wards.indexOf(row) },
    code: { type: 'varchar', valueOf: ({ code }) => code },
  },
}

const familyTable: InputTable<CountedRows['families'][number]> = {
  name: 'family',
  columns: {
    family_id: { type: 'varchar', valueOf: ({ familyId }) => familyId },
    ward: { type: 'varchar', valueOf: ({ ward }) => ward ?? null },
    list_count: { type: 'integer', valueOf: ({ listCount }) => listCount },
  },
}

const needTable: InputTable<CountedRows['needs'][number]> = {
  name: 'need',
  columns: {
    family_id: { type: 'varchar', valueOf: ({ familyId }) => familyId },
    indicator: { type: 'varchar', valueOf: ({ indicator }) => indicator },
  },
}

const programmeCountTable: InputTable<CountedRows['served'][number]> = {
  name: 'programme_count',
  columns: {
    family_id: { type: 'varchar', valueOf: ({ familyId }) => familyId },
    programmes: { type: 'integer', valueOf: ({ programmes }) => programmes.length },
  },
}

/** A column an indicator: true lacks, false does not, null unknown. */
const profileTable: InputTable<FamilyProfile> = {
  name: 'profile',
  columns: {
    family_id: { type: 'varchar', valueOf: ({ familyId }) => familyId },
    ...Object.fromEntries(indicators.map((indicator) => [indicator, lacksColumn(indicator)])),
  },
}

function lacksColumn(indicator: Indicator): InputColumn<FamilyProfile> {
  return { type: 'boolean', valueOf: ({ lacks }) => lacks[indicator] }
}

const overlapTable: InputTable<CountedRows['overlaps'][number]> = {
  name: 'overlap',
  columns: {
    family_id: { type: 'varchar', valueOf: ({ familyId }) => familyId },
    kind: { type: 'varchar', valueOf: ({ kind }) => kind },
    is_certain: { type: 'boolean', valueOf: ({ isCertain }) => isCertain },
  },
}
