import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import {
  type HandedFile,
  handedFileQuery,
  isBeingRead,
  isReadingStopped,
  undoMend,
} from '../../api/intake-calls.ts'
import { moment, number } from '../../i18n/format.ts'
import { codeWords, inLanguage, t } from '../../i18n/language.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Meter } from '../../ui/Meter.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { usePageKeys } from '../../ui/page-keys.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { AcceptCard } from './AcceptCard.tsx'
import { CausesCard } from './CausesCard.tsx'
import { DifferenceCard } from './DifferenceCard.tsx'
import { SheetColumns } from './SheetColumns.tsx'
import { SheetRows } from './SheetRows.tsx'
import { StoppedDeeds } from './StoppedDeeds.tsx'
import { UploadBox } from './UploadBox.tsx'
import { useFileDeed } from './use-file-deed.ts'
import './incoming.css'

const route = getRouteApi('/officer/berkas/masuk/$fileId')
const steps = ['check', 'columns', 'rows', 'difference'] as const
type StepName = (typeof steps)[number]

/** One handed-over file: what will happen, what is amiss by cause, its columns and its own sheet. */
export function IncomingFilePage() {
  const { fileId } = route.useParams()
  const query = useQuery(handedFileQuery(fileId))
  return (
    <div className="page">
      {!query.data && <PageHead title={t('incoming.title')} />}
      <Loaded query={query} shape="cards">
        {(file) => <FileView file={file} />}
      </Loaded>
    </div>
  )
}

function FileView({ file }: { readonly file: HandedFile }) {
  const [step, setStep] = useState<StepName>('check')
  const deed = useFileDeed(file.fileId)
  const undo = () =>
    void deed.run(async () => {
      await undoMend(file.fileId)
      return t('incoming.mendUndone')
    })
  usePageKeys(file.lastMend ? [{ key: 'z', label: t('incoming.undoMend'), run: undo }] : [])
  // What hangs on the reading is asked anew when the file was read anew.
  const version = `${file.reading.jobId} ${file.reading.state} ${file.mendCount}`
  const choices = steps.map((id) => ({ id, label: t(`incoming.step.${id}`) }))
  return (
    <>
      <PageHead
        title={<span className="file-name">{file.name}</span>}
        tabTitle={file.name}
        crumbs={
          <>
            <Link to="/berkas">{t('menu.files')}</Link>
            {file.organisationName && ` › ${file.organisationName}`}
          </>
        }
        note={noteOf(file)}
      />
      <Reading file={file} />
      {(file.reading.state === 'failed' || isReadingStopped(file)) && <FailedReading file={file} />}
      {file.fault && (
        <>
          <div className="notice notice-late">
            <Icon name="warning" />
            <p>
              {inLanguage(file.fault.hintId, file.fault.hintEn)}{' '}
              <span className="dim nowrap">({file.fault.code})</span>
            </p>
          </div>
          <UploadBox replaces={file.fileId} />
        </>
      )}
      {file.counts && !file.fault && (
        <>
          <Counts file={file} counts={file.counts} />
          <AcceptCard file={file} />
          {file.lastMend && (
            <p>
              <button type="button" className="button button-small" onClick={undo}>
                {t('incoming.undoMendOf', { count: number(file.lastMend.cells) })}
              </button>
            </p>
          )}
          {deed.failure != null && <DeedFailure error={deed.failure} />}
          <Segmented
            name={t('incoming.steps')}
            choices={choices}
            chosen={step}
            onChoose={setStep}
          />
          {step === 'check' && <CausesCard file={file} version={version} />}
          {step === 'columns' && <SheetColumns fileId={file.fileId} version={version} />}
          {step === 'rows' && <SheetRows file={file} version={version} />}
          {step === 'difference' && <DifferenceCard fileId={file.fileId} />}
        </>
      )}
    </>
  )
}

function noteOf(file: HandedFile): string {
  const { kinds, paperNumber, purpose, received } = file
  return [
    ...kinds.map((kind) => codeWords('kind', kind)),
    t('incoming.receivedOn', { at: moment(received.at), by: received.by ?? '–' }),
    paperNumber && `BAST ${paperNumber}`,
    purpose,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** How far the reading is: the page can be used from the first rows on. */
function Reading({ file }: { readonly file: HandedFile }) {
  if (!isBeingRead(file)) return null
  return (
    <section className="card stack" aria-live="polite">
      <p>{t('incoming.reading', { count: number(file.reading.rowsRead) })}</p>
      <Meter
        max={1}
        height={8}
        parts={[{ tone: 'brand', value: file.reading.share, name: t('incoming.state.received') }]}
      />
    </section>
  )
}

/** A reading that ended without an answer: nothing is amiss with the file, so it may be tried again. */
function FailedReading({ file }: { readonly file: HandedFile }) {
  const { errorCode } = file.reading
  return (
    <div className="notice notice-late" role="alert">
      <Icon name="warning" />
      <div className="stack">
        <p>
          {t('incoming.readingFailed')}{' '}
          {errorCode && (
            <span className="dim nowrap">({t('error.code', { code: errorCode })})</span>
          )}
        </p>
        <StoppedDeeds fileId={file.fileId} mayTakeAway={file.state === 'received'} />
      </div>
    </div>
  )
}

/** What will happen, in one look: every row of the file is in one of the three. */
function Counts({
  file,
  counts,
}: {
  readonly file: HandedFile
  readonly counts: NonNullable<HandedFile['counts']>
}) {
  const { ready, look, held, rows, tidied } = counts
  return (
    <section className="card stack" aria-label={t('incoming.counts')}>
      <p className="lead">
        <b>
          {t('incoming.sentence', {
            ready: number(ready),
            look: number(look),
            held: number(held),
          })}
        </b>{' '}
        {file.known &&
          file.known.familiesNew + file.known.familiesKnown > 0 &&
          t('incoming.known', {
            fresh: number(file.known.familiesNew),
            known: number(file.known.familiesKnown),
          })}{' '}
        {tidied > 0 && t('incoming.tidied', { count: number(tidied) })}
      </p>
      <Meter
        height={14}
        max={rows}
        parts={[
          { tone: 'received', value: ready, name: t('incoming.ready', { count: number(ready) }) },
          { tone: 'promised', value: look, name: t('incoming.look', { count: number(look) }) },
          { tone: 'late', value: held, name: t('incoming.held', { count: number(held) }) },
        ]}
      />
    </section>
  )
}
