import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { handedFilesQuery } from '../../api/intake-calls.ts'
import { ProofDeclined, withFreshProof } from '../../shell/fresh-proof.ts'
import { showToast } from '../../ui/toast.ts'

/** A deed about a file: asks for a proof where needed, says what was done, shows the file anew. */
export function useFileDeed(fileId?: string) {
  const queryClient = useQueryClient()
  const [failure, setFailure] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)

  /** @param work what is done; its words are shown, with a way back where there is one. */
  async function run(work: () => Promise<string | undefined>, undo?: () => void): Promise<void> {
    if (isBusy) return
    setBusy(true)
    setFailure(null)
    try {
      const words = await withFreshProof(work)
      if (words !== undefined) showToast(words, undo)
      await queryClient.invalidateQueries({ queryKey: handedFilesQuery.queryKey })
      if (fileId) await queryClient.invalidateQueries({ queryKey: ['intake-file', fileId] })
    } catch (error) {
      if (!(error instanceof ProofDeclined)) setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return { run, failure, isBusy }
}
