import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { devicesQuery, ownAccountQuery } from '../../api/account-calls.ts'
import { sessionQuery } from '../../api/queries.ts'
import { ProofDeclined, withFreshProof } from '../../shell/fresh-proof.ts'
import { showToast } from '../../ui/toast.ts'

/** A change of the own account: asks for a proof where needed, says what was done, shows it anew. */
export function useDeed() {
  const queryClient = useQueryClient()
  const [failure, setFailure] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)

  async function run(work: () => Promise<void>, words?: string): Promise<void> {
    if (isBusy) return
    setBusy(true)
    setFailure(null)
    try {
      await withFreshProof(work)
      if (words !== undefined) showToast(words)
      await Promise.all(
        [ownAccountQuery, devicesQuery, sessionQuery].map(({ queryKey }) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      )
    } catch (error) {
      if (!(error instanceof ProofDeclined)) setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return { run, failure, isBusy }
}
