import { type FormEvent, useState } from 'react'
import { identityMeans, type PersonHint } from '#access/schema'
import { checkIdentity, findPersons } from '../../api/privacy-calls.ts'
import { moment, properName } from '../../i18n/format.ts'
import { codeWords, t } from '../../i18n/language.ts'
import { useSend } from '../../shell/use-send.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { textOf } from './privacy-words.ts'
import type { RequestPart } from './request-part.ts'
import { SelectField } from './SelectField.tsx'

/** Who the asker is and whose data it is about: found in the register, shown by a card or otherwise. */
export function IdentityCard({ request, onChange }: RequestPart) {
  const [found, setFound] = useState<readonly PersonHint[] | null>(null)
  const { identityMeans: means, identityCheckedAt: at } = request
  const isWanted = request.next.includes('in-work') || !request.isIdentityChecked
  return (
    <section className="card stack">
      <h2>{t('request.identity')}</h2>
      {means !== null && at !== null && (
        <p>{t('request.identityDone', { means: codeWords('means', means), at: moment(at) })}</p>
      )}
      {request.closedAt === null && isWanted && !request.isIdentityChecked && (
        <>
          <FindForm onFound={setFound} />
          {found?.length === 0 && <p className="text-unknown">{t('request.foundNone')}</p>}
          {found !== null && found.length > 0 && (
            <ChoosePerson persons={found} request={request} onChange={onChange} />
          )}
        </>
      )}
    </section>
  )
}

function FindForm({ onFound }: { readonly onFound: (persons: readonly PersonHint[]) => void }) {
  const [by, setBy] = useState<'name' | 'nik'>('name')
  const { isBusy, failure, send } = useSend()

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = event.currentTarget
    const question =
      by === 'nik'
        ? { nik: textOf(form, 'nik').replace(/\D/g, '') }
        : { name: textOf(form, 'name'), birthYear: Number(textOf(form, 'birthYear')) }
    void send(async () => onFound(await findPersons(question)))
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

function ChoosePerson({
  persons,
  request,
  onChange,
}: RequestPart & { readonly persons: readonly PersonHint[] }) {
  const [means, setMeans] = useState<(typeof identityMeans)[number]>('ktp')
  const { isBusy, failure, send } = useSend()
  return (
    <div className="stack">
      <SelectField
        name="means"
        label={t('request.means')}
        group="means"
        codes={identityMeans}
        value={means}
        onChoose={setMeans}
      />
      {failure !== null && <DeedFailure error={failure} />}
      <ul className="person-hints">
        {persons.map((person) => (
          <li key={person.personId}>
            <span>
              <b>{properName(person.name)}</b>{' '}
              <span className="dim">
                {person.birthYear !== null && t('request.bornIn', { year: person.birthYear })}
                {person.isMinor && ` · ${t('request.minor')}`}
              </span>
            </span>
            <button
              type="button"
              className="button button-small"
              aria-disabled={isBusy}
              onClick={() =>
                void send(async () => {
                  const { personId } = person
                  onChange(await checkIdentity(request.requestNo, { means, personId }))
                })
              }
            >
              {t('request.isThis')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
