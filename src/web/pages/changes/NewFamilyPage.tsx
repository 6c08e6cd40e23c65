import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import type { TypedField } from '#intake/schema'
import { checkTyped, createChange } from '../../api/register-calls.ts'
import { factName, t } from '../../i18n/language.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { showToast } from '../../ui/toast.ts'
import { KnownPersons } from './KnownPersons.tsx'
import './changes.css'

const ofFamily = ['kk', 'ward', 'address', 'rt', 'rw'] as const satisfies readonly TypedField[]
const ofPerson = [
  'name',
  'nik',
  'birthDate',
  'sex',
  'relation',
  'phone',
] as const satisfies readonly TypedField[]
type Texts = Readonly<Partial<Record<TypedField, string>>>
type Findings = Awaited<ReturnType<typeof checkTyped>>['findings']

const checkAfterMs = 600
const emptyDraft: Draft = { family: {}, persons: [{ relation: 'kepala keluarga' }] }

interface Draft {
  readonly family: Texts
  readonly persons: readonly Texts[]
}

/** A family that no list has, written by hand, checked like a list while it is written. */
export function NewFamilyPage() {
  const navigate = useNavigate()
  const [draft, setDraft] = useState<Draft>(emptyDraft)
  const [findings, setFindings] = useState<Findings>([])
  const [reason, setReason] = useState('')
  const [failure, setFailure] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const rows = draft.persons.map((person) => filled({ ...draft.family, ...person }))
  const written = JSON.stringify(rows)

  useEffect(() => {
    const timer = setTimeout(() => {
      checkTyped(JSON.parse(written))
        .then((answer) => setFindings(answer.findings))
        .catch(() => setFindings([])) // said again when it is sent
    }, checkAfterMs)
    return () => clearTimeout(timer)
  }, [written])

  async function send(isDraft: boolean): Promise<void> {
    if (isBusy) return
    setBusy(true)
    setFailure(null)
    try {
      const { state } = await createChange({ kind: 'added', rows, reason, isDraft })
      showToast(state === 'in-force' ? t('change.decided') : t(`change.kept.${state}`))
      await navigate({ to: '/usulan' })
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  function submit(event: FormEvent): void {
    event.preventDefault()
    void send(false)
  }
  const writePerson = (place: number, field: TypedField, text: string) =>
    setDraft({
      ...draft,
      persons: draft.persons.map((one, no) => (no === place ? { ...one, [field]: text } : one)),
    })
  return (
    <div className="page">
      <PageHead title={t('change.addFamily')} note={t('change.addHow')} />
      <form className="stack" onSubmit={submit}>
        <fieldset className="card field-grid">
          <legend>{t('change.family')}</legend>
          {ofFamily.map((field) => (
            <TypedInput
              key={field}
              field={field}
              value={draft.family[field] ?? ''}
              findings={findings.filter((one) => one.field === field && one.place === 0)}
              onWrite={(text) => setDraft({ ...draft, family: { ...draft.family, [field]: text } })}
            />
          ))}
        </fieldset>
        {draft.persons.map((person, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a person of the form is its place
          <fieldset className="card field-grid" key={place}>
            <legend>
              {place === 0 ? t('change.head') : t('change.member', { no: place + 1 })}
            </legend>
            {ofPerson.map((field) => (
              <TypedInput
                key={field}
                field={field}
                value={person[field] ?? ''}
                findings={findings.filter((one) => one.field === field && one.place === place)}
                onWrite={(text) => writePerson(place, field, text)}
              />
            ))}
            <KnownPersons name={person.name ?? ''} nik={person.nik ?? ''} />
          </fieldset>
        ))}
        <p className="row-wrap">
          <button
            type="button"
            className="button"
            onClick={() => setDraft({ ...draft, persons: [...draft.persons, {}] })}
          >
            {t('change.addMember')}
          </button>
        </p>
        <label className="field">
          <span>{t('change.reasonOfAdding')}</span>
          <input
            className="input"
            value={reason}
            maxLength={1000}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <p className="row-wrap">
          <button type="submit" className="button button-main" aria-disabled={isBusy}>
            {t('change.save')}
          </button>
          <button
            type="button"
            className="button"
            aria-disabled={isBusy}
            onClick={() => void send(true)}
          >
            {t('change.saveDraft')}
          </button>
        </p>
        {failure != null && <DeedFailure error={failure} />}
      </form>
    </div>
  )
}

function filled(texts: Texts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([field, text]) => (text.trim() === '' ? [] : [[field, text]])),
  )
}

interface TypedInputProps {
  readonly field: TypedField
  readonly value: string
  readonly findings: Findings
  readonly onWrite: (text: string) => void
}

function TypedInput({ field, value, findings, onWrite }: TypedInputProps) {
  const shown = value.trim() === '' ? [] : findings
  const noteId = `note-${field}`
  return (
    <label className="field">
      <span>{factName(field)}</span>
      <input
        className="input"
        value={value}
        maxLength={300}
        autoComplete="off"
        aria-invalid={shown.some(({ isLost }) => isLost)}
        aria-describedby={shown.length > 0 ? noteId : undefined}
        onChange={(event) => onWrite(event.target.value)}
      />
      {shown.length > 0 && (
        <span className="small text-late" id={noteId}>
          {shown.map(({ hint }) => hint).join(' ')}
        </span>
      )}
    </label>
  )
}
