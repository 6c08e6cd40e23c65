import type { FamilyPage, GridEntry } from '#insight/schema'
import { inLanguage } from '../../i18n/language.ts'
import { sectorOrder } from '../../ui/sectors.ts'

/** The facts of a family that are in one state, in the order of the sectors. */
export function factsOf(family: FamilyPage, state: GridEntry['state']): readonly GridEntry[] {
  return sectorOrder.flatMap((sector) =>
    (family.grid[sector] ?? []).filter((entry) => entry.state === state),
  )
}

/** A fact in the language of the page. */
export function factWords({ textId, textEn }: GridEntry): string {
  return inLanguage(textId, textEn)
}
