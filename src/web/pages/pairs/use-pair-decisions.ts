import { type InfiniteData, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { PairLine, PairsPage } from '#insight/schema'
import type { PairVerdict } from '#registry/schema'
import {
  askAboutPair,
  judgePair,
  linkageProposalQuery,
  pairAgreementQuery,
  withdrawJudgement,
} from '../../api/pair-calls.ts'
import { pairsQuery } from '../../api/queries.ts'
import { t } from '../../i18n/language.ts'
import { showToast } from '../../ui/toast.ts'

interface PairDecisionParts {
  /** Of an answer that did not go through, or was taken back: shows its pair. */
  readonly onReturn: (pairKey: string) => void
}

/**
 * Deciding about pairs, and taking it back, the latest first.
 *
 * A pair leaves the queue at once; answers are sent one after the other, so that none is lost to a slow
 * line.
 */
export function usePairDecisions({ onReturn }: PairDecisionParts) {
  const queryClient = useQueryClient()
  const [failure, setFailure] = useState<unknown>(null)
  const line = useRef(Promise.resolve())
  /** Which pair each answer of this page was about. */
  const pairOf = useRef(new Map<number, string>())

  function inTurn(work: () => Promise<void>): Promise<void> {
    setFailure(null)
    line.current = line.current.then(work).catch(setFailure)
    return line.current
  }

  const change = (make: (page: PairsPage, pageNo: number) => PairsPage) =>
    queryClient.setQueryData<InfiniteData<PairsPage, string | null>>(
      pairsQuery.queryKey,
      (data) => data && { ...data, pages: data.pages.map(make) },
    )
  const refresh = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: pairsQuery.queryKey }),
      queryClient.invalidateQueries({ queryKey: pairAgreementQuery.queryKey }),
      queryClient.invalidateQueries({ queryKey: linkageProposalQuery.queryKey }),
    ])

  function decide(pair: PairLine, answer: PairVerdict): Promise<void> {
    const { pairKey } = pair
    change((page) => ({
      ...page,
      total: page.total - 1,
      pairs: page.pairs.filter((one) => one.pairKey !== pairKey),
    }))
    return inTurn(async () => {
      try {
        const { judgementNo, look, changeState } = await judgePair(pair, answer)
        pairOf.current.set(judgementNo, pairKey)
        change((page) => ({
          ...page,
          done: {
            judged: page.done.judged + 1,
            same: page.done.same + (answer === 'same-person' ? 1 : 0),
            latest: [judgementNo, ...page.done.latest].slice(0, 10),
          },
        }))
        showToast(wordsOf(look, changeState, answer), () => void takeBack(judgementNo))
        await queryClient.invalidateQueries({ queryKey: ['today'] })
        await queryClient.invalidateQueries({ queryKey: pairAgreementQuery.queryKey })
        await queryClient.invalidateQueries({ queryKey: linkageProposalQuery.queryKey })
      } catch (error) {
        await refresh()
        onReturn(pairKey)
        throw error
      }
    })
  }

  /** Asks the ward. */
  function ask(pair: PairLine): Promise<void> {
    return inTurn(async () => {
      await askAboutPair(pair)
      showToast(t('pairs.asked'))
      await queryClient.invalidateQueries({ queryKey: pairsQuery.queryKey })
    })
  }

  function takeBack(judgementNo: number): Promise<void> {
    return inTurn(async () => {
      await withdrawJudgement(judgementNo)
      showToast(t('pairs.takenBack'))
      await refresh()
      const pairKey = pairOf.current.get(judgementNo)
      if (pairKey !== undefined) onReturn(pairKey)
    })
  }

  /** Takes back the latest answer that stands; so up to ten steps. */
  async function undo(): Promise<void> {
    await line.current
    const data = queryClient.getQueryData(pairsQuery.queryKey)
    const judgementNo = data?.pages[0]?.done.latest[0]
    if (judgementNo === undefined) showToast(t('pairs.nothingToUndo'))
    else await takeBack(judgementNo)
  }

  return { decide, ask, undo, failure }
}

function wordsOf(look: string, changeState: string | null, answer: PairVerdict): string {
  if (look === 'second') return t('pairs.kept')
  return changeState === 'proposed' ? t('pairs.proposed') : t(`pairs.decided.${answer}`)
}
