import { type Indicator, indicatorsBySector, type Sector } from '#ledger/schema'
import { codeWords, t } from '../i18n/language.ts'
import type { IconName } from './icon-paths.ts'

const sectorIcons: { readonly [Name in Sector]: IconName } = {
  basic: 'basic',
  education: 'education',
  health: 'health',
  water: 'water',
  housing: 'housing',
  livelihood: 'livelihood',
}

function isSector(text: string): text is Sector {
  return text in indicatorsBySector
}

/** The six sectors in the order of every screen and report. */
export const sectorOrder: readonly Sector[] = Object.keys(indicatorsBySector).filter(isSector)

/** The sector's icon; a plain one for a sector that is not of the six. */
export function sectorIcon(sector: string): IconName {
  return isSector(sector) ? sectorIcons[sector] : 'offers'
}

/** The sector's name on screen. */
export function sectorName(sector: string): string {
  return isSector(sector) ? t(`sector.${sector}`) : codeWords('sector', sector)
}

/** The name of what is lacking: `anak tidak sekolah`. */
export function indicatorName(indicator: Indicator): string {
  return t(`indicator.${indicator}`)
}

/** Indicators with their sector, in the order of the screens. */
export const indicatorOrder: readonly { readonly sector: Sector; readonly indicator: Indicator }[] =
  sectorOrder.flatMap((sector) =>
    indicatorsBySector[sector].map((indicator) => ({ sector, indicator })),
  )
