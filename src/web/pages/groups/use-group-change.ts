import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import type { NewChange } from '#registry/schema'
import { createChange, decideChange } from '../../api/register-calls.ts'
import { t } from '../../i18n/language.ts'
import { showToast } from '../../ui/toast.ts'

/** Decides or proposes, by role, and leads to the history of the family, where it can be taken back. */
export function useGroupChange(familyId: string) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const [failure, setFailure] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)

  async function send(body: z.input<typeof NewChange>): Promise<void> {
    if (isBusy) return
    setBusy(true)
    setFailure(null)
    try {
      const { changeNo, state } = await createChange(body)
      await queryClient.invalidateQueries({ queryKey: ['register-changes'] })
      showToast(
        state === 'in-force' ? t('change.decided') : t('change.proposed'),
        () =>
          void decideChange(changeNo, { verdict: 'withdraw' }).then(() =>
            queryClient.invalidateQueries({ queryKey: ['register-changes'] }),
          ),
      )
      await navigate({ to: '/keluarga/$familyId/riwayat', params: { familyId } })
    } catch (error) {
      setFailure(error)
      setBusy(false)
    }
  }
  return { send, failure, isBusy }
}
