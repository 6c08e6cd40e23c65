import { type FormEvent, useState } from 'react'
import type { PersonHint, PersonQuestion } from '#access/schema'
import { t } from '../../i18n/language.ts'
import { useSend } from '../../shell/use-send.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { textOf } from './privacy-words.ts'

/** Asks for a person of the register by NIK, or by name and year of birth. */
export function FindPersonForm({
  find,
  onFound,
}: {
  readonly find: (question: PersonQuestion) => Promise<PersonHint[]>
  readonly onFound: (persons: readonly PersonHint[]) => void
}) {
  const [by, setBy] = useState<'name' | 'nik'>('name')
  const { isBusy, failure, send } = useSend()

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = event.currentTarget
    const question =
      by === 'nik'
        ? { nik: textOf(form, 'nik').replace(/\D/g, '') }
        : { name: textOf(form, 'name'), birthYear: Number(textOf(form, 'birthYear')) }
    void send(async () => onFound(await find(question)))
  }
  return (
    <form className="form" onSubmit={submit}>
      <Segmented
        name={t('request.findBy')}
        choices={[
          { id: 'name', label: t('request.byName') },
          { id: 'nik', label: t('request.byNik') },
        ]}
        chosen={by}
        onChoose={setBy}
      />
      {failure !== null && <DeedFailure error={failure} />}
      {by === 'nik' ? (
        <p className="field">
          <label htmlFor="nik">{t('request.byNik')}</label>
          <input
            className="input"
            id="nik"
            name="nik"
            inputMode="numeric"
            autoComplete="off"
            pattern="[0-9 ]{16,19}"
            required
          />
        </p>
      ) : (
        <>
          <p className="field">
            <label htmlFor="name">{t('request.name')}</label>
            <input
              className="input"
              id="name"
              name="name"
              minLength={3}
              autoComplete="off"
              required
            />
          </p>
          <p className="field">
            <label htmlFor="birthYear">{t('request.birthYear')}</label>
            <input
              className="input"
              id="birthYear"
              name="birthYear"
              type="number"
              min={1900}
              max={2100}
              required
            />
          </p>
        </>
      )}
      <p>
        <button type="submit" className="button" aria-disabled={isBusy}>
          {t('request.find')}
        </button>
      </p>
    </form>
  )
}
