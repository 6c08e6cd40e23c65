import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PairLine } from '#insight/schema'
import { askAboutPair } from '../../api/pair-calls.ts'
import { pairsQuery } from '../../api/queries.ts'
import { createChange, decideChange } from '../../api/register-calls.ts'
import { t } from '../../i18n/language.ts'
import { showToast } from '../../ui/toast.ts'

export type PairVerdict = 'same-person' | 'other-person'

interface Decided {
  readonly pairNo: number
  readonly changeNo: number
}

/** Deciding about pairs, and taking it back, the latest first. */
export function usePairDecisions() {
  const queryClient = useQueryClient()
  const [decided, setDecided] = useState<readonly Decided[]>([])
  const [failure, setFailure] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)

  async function attempt(work: () => Promise<void>): Promise<void> {
    if (isBusy) return
    setBusy(true)
    setFailure(null)
    try {
      await work()
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }

  function decide({ pairNo, left, right }: PairLine, kind: PairVerdict): Promise<void> {
    return attempt(async () => {
      const { changeNo, state } = await createChange({
        kind,
        left: { file: left.file, sheet: left.sheet, row: left.row },
        right: { file: right.file, sheet: right.sheet, row: right.row },
      })
      const one = { pairNo, changeNo }
      setDecided((before) => [...before, one])
      const decidedWords =
        kind === 'same-person' ? t('pairs.decided.same-person') : t('pairs.decided.other-person')
      const words = state === 'proposed' ? t('pairs.proposed') : decidedWords
      showToast(words, () => void takeBack(one))
    })
  }

  /** Asks the ward; whether that went through. */
  async function ask(pair: PairLine): Promise<boolean> {
    let isAsked = false
    await attempt(async () => {
      await askAboutPair(pair)
      isAsked = true
      showToast(t('pairs.asked'))
      await queryClient.invalidateQueries({ queryKey: pairsQuery.queryKey })
    })
    return isAsked
  }

  function takeBack(one: Decided | undefined): Promise<void> {
    if (!one) return Promise.resolve()
    return attempt(async () => {
      await decideChange(one.changeNo, { verdict: 'withdraw' })
      setDecided((before) => before.filter(({ changeNo }) => changeNo !== one.changeNo))
      showToast(t('pairs.takenBack'))
      await queryClient.invalidateQueries({ queryKey: pairsQuery.queryKey })
    })
  }

  return {
    decide,
    ask,
    undo: () => takeBack(decided.at(-1)),
    decided,
    failure,
    isBusy,
  }
}
