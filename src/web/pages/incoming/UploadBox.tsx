import { useNavigate } from '@tanstack/react-router'
import { type DragEvent, useRef, useState } from 'react'
import { handOver } from '../../api/intake-calls.ts'
import { t } from '../../i18n/language.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useFileDeed } from './use-file-deed.ts'

const endings = '.csv,.tsv,.txt,.xlsx,.xlsm,.xlsb,.xls,.ods'

/** Where a file is dropped or chosen, with the paper that it came with; as a correction of `replaces`. */
export function UploadBox({ replaces }: { readonly replaces?: string }) {
  const navigate = useNavigate()
  const { run, failure, isBusy } = useFileDeed()
  const [isOver, setOver] = useState(false)
  const [words, setWords] = useState({ paperNumber: '', paperDate: '', purpose: '' })
  const chooser = useRef<HTMLInputElement>(null)

  function send(files: FileList | null): void {
    const chosen = [...(files ?? [])]
    if (chosen.length === 0) return
    void run(async () => {
      const ids: string[] = []
      for (const file of chosen) ids.push((await handOver(file, { ...words, replaces })).fileId)
      const [only] = ids
      if (ids.length === 1 && only) {
        await navigate({ to: '/berkas/masuk/$fileId', params: { fileId: only } })
      }
      return t('incoming.received', { count: ids.length })
    })
  }
  function drop(event: DragEvent): void {
    event.preventDefault()
    setOver(false)
    send(event.dataTransfer.files)
  }
  const field = (name: keyof typeof words, type: 'text' | 'date') => (
    <label className="field">
      <span>{t(`incoming.${name}`)}</span>
      <input
        className="input"
        type={type}
        value={words[name]}
        maxLength={200}
        onChange={(event) => setWords({ ...words, [name]: event.target.value })}
      />
    </label>
  )
  return (
    <section
      className={`card stack drop-zone ${isOver ? 'is-over' : ''}`}
      aria-label={t('incoming.upload')}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>
        <b>{replaces ? t('incoming.dropCorrection') : t('incoming.drop')}</b>{' '}
        <span className="ink2">{t('incoming.dropHow')}</span>
      </p>
      <input
        ref={chooser}
        className="sr-only"
        type="file"
        multiple={!replaces}
        accept={endings}
        aria-label={t('incoming.choose')}
        onChange={(event) => {
          send(event.target.files)
          event.target.value = ''
        }}
      />
      <div className="row-wrap">
        <button
          type="button"
          className="button button-main"
          aria-disabled={isBusy}
          onClick={() => chooser.current?.click()}
        >
          <Icon name="files" size={18} />
          {isBusy ? t('incoming.sending') : t('incoming.choose')}
        </button>
      </div>
      <details>
        <summary>{t('incoming.paper')}</summary>
        <div className="row-wrap paper-fields">
          {field('paperNumber', 'text')}
          {field('paperDate', 'date')}
          {field('purpose', 'text')}
        </div>
      </details>
      {failure != null && <DeedFailure error={failure} />}
    </section>
  )
}
