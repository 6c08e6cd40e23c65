import type { SqlStep } from '#platform/duckdb'
import { nikFaultSql } from './nik-fault.ts'
import { otherFamilySql } from './other-family.ts'
import { personOfficeSql } from './person-office.ts'
import { personQualitySql } from './person-quality.ts'
import { qualityFindingSql } from './quality-finding.ts'
import { sharedNikSql } from './shared-nik.ts'

/** The steps by which records are judged, in order. Each stands in a file of its table's name. */
export const qualitySteps: readonly SqlStep[] = [
  personOfficeSql,
  sharedNikSql,
  otherFamilySql,
  personQualitySql,
  nikFaultSql,
  qualityFindingSql,
]
