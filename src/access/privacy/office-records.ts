import type { Db } from '#platform/db'
import { findOfficeNames } from '../settings/store.ts'
import { processingRecords } from './privacy-files.ts'
import type { ProcessingRecords } from './schema.ts'

/** The records of processing under the names that an administrator gave the office, where any. */
export async function officeRecords(db: Db): Promise<ProcessingRecords> {
  const records = processingRecords()
  const given = await findOfficeNames(db)
  if (!given) return records
  const { name, unit, contact } = records.controller
  /** A name as it came keeps its translation; another is a name in every language. */
  const renamed = (came: { readonly id: string; readonly en: string }, set: string) =>
    set === came.id ? came : { id: set, en: set }
  return {
    ...records,
    controller: {
      name: renamed(name, given.name),
      unit: renamed(unit, given.unit),
      contact: renamed(contact, given.contact),
    },
  }
}
