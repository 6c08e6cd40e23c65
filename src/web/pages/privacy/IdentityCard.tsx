import { useState } from 'react'
import { identityMeans, type PersonHint } from '#access/schema'
import { checkIdentity, findPersons } from '../../api/privacy-calls.ts'
import { moment, properName } from '../../i18n/format.ts'
import { codeWords, t } from '../../i18n/language.ts'
import { useSend } from '../../shell/use-send.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { FindPersonForm } from './FindPersonForm.tsx'
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
          <FindPersonForm find={findPersons} onFound={setFound} />
          {found?.length === 0 && <p className="text-unknown">{t('request.foundNone')}</p>}
          {found !== null && found.length > 0 && (
            <ChoosePerson persons={found} request={request} onChange={onChange} />
          )}
        </>
      )}
    </section>
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
