import type { FamilyPage, GridEntry, ValueSources } from '#insight/schema'

/** What the panel beside the page explains. */
export type Opened =
  | { readonly kind: 'fact'; readonly entry: GridEntry }
  | { readonly kind: 'value'; readonly sources: ValueSources }

/** What each view of a family is given. */
export interface FamilyViewProps {
  readonly family: FamilyPage
  readonly opened: Opened | null
  readonly onOpen: (opened: Opened | null) => void
}
