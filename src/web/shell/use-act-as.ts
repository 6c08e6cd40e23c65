import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { GrantLine } from '#access/schema'
import { chooseGrant } from '../api/people-calls.ts'
import { mapQuery, ownGrantsQuery, sessionQuery } from '../api/queries.ts'
import { t } from '../i18n/language.ts'
import { roleName } from '../pages/people/grant-words.ts'
import { showToast } from '../ui/toast.ts'
import { homeOf } from './menu-entries.ts'
import { NotPermitted } from './not-permitted.ts'
import { useSend } from './use-send.ts'

/** Acts under another of one's roles: what the earlier one showed is forgotten. */
export function useActAs() {
  const { isBusy, failure, send } = useSend()
  const queryClient = useQueryClient()
  const router = useRouter()
  const kept = [sessionQuery, mapQuery, ownGrantsQuery].map(({ queryKey }) => queryKey[0])

  function actAs(grant: Pick<GrantLine, 'grantId' | 'role'>): void {
    void send(async () => {
      const page = await chooseGrant(grant.grantId)
      queryClient.setQueryData(ownGrantsQuery.queryKey, page)
      // An open page of the earlier role closes first, and asks for nothing more.
      await router.invalidate()
      // The role was wanted, not a page that it does not cover.
      if (router.state.matches.some(({ error }) => error instanceof NotPermitted)) {
        await router.navigate({ to: homeOf(page.actions) })
      }
      await queryClient.resetQueries({
        predicate: ({ queryKey }) => !kept.some((name) => name === queryKey[0]),
      })
      showToast(t('acting.changed', { role: roleName(grant.role) }))
    })
  }
  return { isBusy, failure, actAs }
}
