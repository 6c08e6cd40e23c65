import { useQueryClient } from '@tanstack/react-query'
import type { AccountChange } from '#access/schema'
import { accountQuery, changeAccount, organisationsQuery } from '../../api/people-calls.ts'

/** Changes an account, and shows it changed wherever it stands. */
export function useChangeAccount(accountId: string): (change: AccountChange) => Promise<void> {
  const queryClient = useQueryClient()
  return async (change) => {
    const page = await changeAccount(accountId, change)
    queryClient.setQueryData(accountQuery(accountId).queryKey, page)
    void queryClient.invalidateQueries({ queryKey: ['accounts'] })
    void queryClient.invalidateQueries({ queryKey: organisationsQuery.queryKey })
  }
}
