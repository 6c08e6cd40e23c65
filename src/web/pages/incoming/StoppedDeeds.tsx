import { readAgain, withdrawFile } from '../../api/intake-calls.ts'
import { t } from '../../i18n/language.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { useFileDeed } from './use-file-deed.ts'

/** What can be done about a file whose reading stopped: try again, or take it away where nothing of it counts. */
export function StoppedDeeds({
  fileId,
  mayTakeAway,
}: {
  readonly fileId: string
  readonly mayTakeAway: boolean
}) {
  const { run, failure, isBusy } = useFileDeed(fileId)
  const again = () =>
    run(async () => {
      await readAgain(fileId)
      return undefined
    })
  const takeAway = () =>
    run(async () => {
      await withdrawFile(fileId, t('incoming.takeAwayWhy'))
      return t('incoming.takenAway')
    })
  return (
    <>
      <span className="row-wrap">
        <button
          type="button"
          className="button button-small"
          disabled={isBusy}
          onClick={() => void again()}
        >
          {t('action.retry')}
        </button>
        {mayTakeAway && (
          <button
            type="button"
            className="button button-small"
            disabled={isBusy}
            onClick={() => void takeAway()}
          >
            {t('incoming.takeAway')}
          </button>
        )}
      </span>
      {failure != null && <DeedFailure error={failure} />}
    </>
  )
}
