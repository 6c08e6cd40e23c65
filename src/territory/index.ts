/**
 * territory: where things are. Regions with their codes, names as offices write them, outlines, and
 * what is special about a ward.
 *
 * Pure tables and functions; it owns no table of the store. A name is matched by code, official
 * name, abbreviation, neighbourhood, misspelling or part, and only when one region is nearer than
 * every other. Codes are Kemendagri's, dotted. Outlines are indicative and drawn with that notice.
 */
export { areaProfiles, findAreaProfile } from './area-profiles.ts'
export { findRegion, type RegionScope, searchRegion } from './find-region.ts'
export {
  type AreaProfile,
  districtOf,
  districts,
  findRegionByCode,
  type LonLat,
  type MapWindow,
  type Region,
  type RegionLevel,
  type RegionMatch,
  type RegionMatchKind,
  type RegionSearch,
  type RegionShape,
  regionName,
  regions,
  wards,
} from './schema.ts'
export {
  boundaryNotice,
  centreWindow,
  cityWindow,
  districtShapes,
  isNearCity,
  wardAt,
  wardShapes,
} from './shapes.ts'
