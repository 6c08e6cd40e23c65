import type { Words } from '#platform/words'

/** `good`: nothing to do; `look`: somebody should look at it; `grave`: data can be reached or lost. */
export const states = ['good', 'look', 'grave'] as const
export type State = (typeof states)[number]

/** Where a finding stands on the page of health, in this order. */
export const groups = ['system', 'store', 'backup', 'trail', 'work', 'network', 'safety'] as const
export type Group = (typeof groups)[number]

/** How one thing stands, and what to do about it. */
export interface Finding {
  /** Public: scripts that watch over a server look for it. */
  readonly code: string
  readonly group: Group
  readonly state: State
  /** What is the case, without names: the text is handed to whoever helps. */
  readonly meaning: Words
  /** Whom or which file it is about; shown to the administrator, and handed to nobody. */
  readonly about?: readonly string[]
  readonly remedy?: Words
}

/** Something that makes it easier to get at the data. */
export type Weakness = Finding & { readonly state: 'look' | 'grave'; readonly remedy: Words }

/** The worst of some states; good where there are none. */
export function worstOf(found: readonly { readonly state: State }[]): State {
  return found.reduce<State>(
    (worst, { state }) => (states.indexOf(state) > states.indexOf(worst) ? state : worst),
    'good',
  )
}
