import { type CsvValue, writeCsv } from '#platform/csv'
import type { Family } from '#registry/schema'
import { regionName } from '#territory'
import type { RunResult } from '../../flow.ts'
import type { IdMask } from './id-mask.ts'
import { originCells, originHeadings, type ValueColumn } from './origin-columns.ts'

/** families.csv: one line a family, the surviving values and the list each came from. */
export async function writeFamiliesCsv(path: string, run: RunResult, mask: IdMask): Promise<void> {
  const columns = familyColumns(mask)
  const headings = [
    'family_id',
    'head_person_id',
    'member_count',
    'list_count',
    'served_by',
    ...originHeadings(columns),
  ]
  await writeCsv(path, headings, familyLines(run, columns))
}

function* familyLines(
  run: RunResult,
  columns: readonly ValueColumn<Family>[],
): Generator<readonly CsvValue[]> {
  const servedBy = new Map(run.served.map(({ familyId, programmes }) => [familyId, programmes]))
  for (const family of run.register.families) {
    yield [
      family.familyId,
      family.headPersonId,
      family.memberIds.length,
      family.listCount,
      (servedBy.get(family.familyId) ?? []).join('; '),
      ...originCells(columns, family, run.intake),
    ]
  }
}

function familyColumns(mask: IdMask): readonly ValueColumn<Family>[] {
  const column = (
    heading: string,
    field: string,
    value: (family: Family) => CsvValue,
  ): ValueColumn<Family> => ({ heading, fields: [field], value })
  return [
    {
      heading: 'kk',
      fields: ['kk', 'kkPrefix'],
      value: (family) => mask(family.kk ?? family.kkPrefix),
    },
    column('head_name', 'headName', (family) => family.headName),
    column('ward', 'ward', (family) => family.ward),
    column('ward_name', 'ward', (family) => (family.ward ? regionName(family.ward) : undefined)),
    column('address', 'address', (family) => family.address),
    column('rt', 'rt', (family) => family.rt),
    column('rw', 'rw', (family) => family.rw),
    column('latitude', 'latitude', (family) => family.latitude),
    column('longitude', 'longitude', (family) => family.longitude),
    column('decile', 'decile', (family) => family.decile),
    column('house_tenure', 'houseTenure', (family) => family.houseTenure),
    column('land_title', 'landTitle', (family) => family.landTitle),
    column('floor', 'floor', (family) => family.floor),
    column('floor_condition', 'floorCondition', (family) => family.floorCondition),
    column('wall', 'wall', (family) => family.wall),
    column('wall_condition', 'wallCondition', (family) => family.wallCondition),
    column('roof', 'roof', (family) => family.roof),
    column('roof_condition', 'roofCondition', (family) => family.roofCondition),
    column('house_condition', 'houseCondition', (family) => family.houseCondition),
    column('floor_area_m2', 'floorAreaM2', (family) => family.floorAreaM2),
    column('occupants', 'occupants', (family) => family.occupants),
    column('water', 'water', (family) => family.water),
    column('lighting', 'lighting', (family) => family.lighting),
    column('power_va', 'powerVa', (family) => family.powerVa),
    column('cooking_fuel', 'cookingFuel', (family) => family.cookingFuel),
    column('toilet', 'toilet', (family) => family.toilet),
    column('closet', 'closet', (family) => family.closet),
    column('waste_disposal', 'wasteDisposal', (family) => family.wasteDisposal),
    column('flooded', 'isFlooded', (family) => family.isFlooded),
    column('debt', 'hasDebt', (family) => family.hasDebt),
  ]
}
