import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { signOut } from '../api/session-calls.ts'

/** Ends the session and leaves nothing of it in memory. */
export function useSignOut(): () => Promise<void> {
  const queryClient = useQueryClient()
  const router = useRouter()
  return async () => {
    await signOut().catch(() => undefined)
    // Away from the pages first: an open page would ask anew for what is cleared.
    await router.navigate({ to: '/masuk' })
    queryClient.clear()
  }
}
