import type { QualityFilter } from '#registry/schema'
import { dottedCode, type QualitySearch } from '../page-search.ts'

/** An address's office for the lists that name none. */
export const unnamedOffice = '-'

/** What the words of an address ask the API for. */
export function filterOfQuality({ kelurahan, instansi }: QualitySearch): QualityFilter {
  return {
    ...(kelurahan === undefined ? {} : { ward: dottedCode(kelurahan) }),
    ...(instansi === undefined ? {} : { office: instansi === unnamedOffice ? '' : instansi }),
  }
}
