import type { FamilyFilter } from '#insight/schema'
import { indicatorOrder } from '../../ui/sectors.ts'
import {
  dottedCode,
  type FamiliesSearch,
  sectorOfWord,
  servedOfWord,
  sortOfWord,
} from '../page-search.ts'

type Wanted = Partial<Omit<FamilyFilter, 'cursor'>>

/** The API's filter for an address and the words typed. */
export function filterOfSearch(search: FamiliesSearch, words: string): Wanted {
  const { wilayah, bidang, kurang, dilayani, desil, urut } = search
  const sector = sectorOfWord(bidang)
  const indicator = indicatorOrder.find((entry) => entry.indicator === kurang)?.indicator
  return {
    ...(words === '' ? {} : { q: words }),
    ...(wilayah && wilayah.length === 10 ? { ward: dottedCode(wilayah) } : {}),
    ...(wilayah && wilayah.length === 6 ? { district: dottedCode(wilayah) } : {}),
    ...(sector ? { sector } : {}),
    ...(indicator ? { indicator } : {}),
    ...(dilayani ? { served: servedOfWord(dilayani) } : {}),
    ...(desil === undefined ? {} : { decile: desil === 'belum' ? 'unknown' : desil }),
    ...(urut ? { sort: sortOfWord(urut) } : {}),
  }
}
