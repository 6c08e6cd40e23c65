import type { QueryClient } from '@tanstack/react-query'
import type { Action } from '#access/schema'
import { ownGrantsQuery } from '../api/queries.ts'

/** A page that the role in use does not cover. */
export class NotPermitted extends Error {
  override readonly name = 'NotPermitted'
  readonly action: Action
  constructor(action: Action) {
    super(`the role in use does not cover ${action}`)
    this.action = action
  }
}

interface Loading {
  readonly context: { readonly queryClient: QueryClient }
}

/** Before a page opens: stops it where the role does not cover it, so that it asks for nothing. */
export function permit(action: Action): (loading: Loading) => Promise<void> {
  return async ({ context }) => {
    const { actions } = await context.queryClient.ensureQueryData(ownGrantsQuery)
    if (!actions.includes(action)) throw new NotPermitted(action)
  }
}
