import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type Breach, breachEvents } from '#access/schema'
import { breachesQuery, stepBreach } from '../../api/privacy-calls.ts'
import { moment } from '../../i18n/format.ts'
import { codeWords, currentLanguage, t } from '../../i18n/language.ts'
import { useSend } from '../../shell/use-send.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { WordsField } from '../../ui/WordsField.tsx'
import { BreachForm } from './BreachForm.tsx'
import { textOf, toldOf } from './privacy-words.ts'
import { SelectField } from './SelectField.tsx'
import { TermState } from './TermState.tsx'

/** Breaches with the clock of their notices and the letters. */
export function BreachesView() {
  const query = useQuery(breachesQuery)
  const [isWriting, setWriting] = useState(false)
  return (
    <>
      {isWriting ? (
        <BreachForm onDone={() => setWriting(false)} />
      ) : (
        <p>
          <button type="button" className="button" onClick={() => setWriting(true)}>
            <Icon name="plus" size={18} />
            {t('breach.new')}
          </button>
        </p>
      )}
      <Loaded query={query} shape="list">
        {({ breaches }) =>
          breaches.length === 0 ? (
            <div className="card empty">
              <h2>{t('breach.none')}</h2>
              <p className="ink2">{t('breach.noneHow')}</p>
            </div>
          ) : (
            breaches.map((breach) => <BreachCard key={breach.breachNo} breach={breach} />)
          )
        }
      </Loaded>
    </>
  )
}

function BreachCard({ breach }: { readonly breach: Breach }) {
  const letter = (to: string) =>
    `/api/v1/breaches/${breach.breachNo}/letter?to=${to}&language=${currentLanguage()}`
  const told = toldOf(breach).filter(({ at }) => at !== null)
  return (
    <section className="card stack">
      <h2>{breach.title}</h2>
      <p>
        <TermState clock={breach.clock} />
      </p>
      <p className="ink2">{breach.revealed}</p>
      <p className="chips">
        {breach.dataClasses.map((name) => (
          <span key={name} className="chip">
            {codeWords('dataClass', name)}
          </span>
        ))}
      </p>
      {told.length > 0 && (
        <ul className="request-steps">
          {told.map(({ what, at }) => (
            <li key={what}>
              {t('breach.toldAt', { what: codeWords('breach.tell', what), at: moment(at ?? '') })}
            </li>
          ))}
        </ul>
      )}
      <p className="row">
        <a className="button button-small" href={letter('subject')} download>
          <Icon name="print" size={16} />
          {t('breach.letterSubject')}
        </a>
        <a className="button button-small" href={letter('authority')} download>
          <Icon name="print" size={16} />
          {t('breach.letterAuthority')}
        </a>
      </p>
      {breach.closedAt === null && <TellForm breach={breach} key={told.length} />}
    </section>
  )
}

function TellForm({ breach }: { readonly breach: Breach }) {
  const { isBusy, failure, send } = useSend()
  const queryClient = useQueryClient()
  const open = toldOf(breach).filter(({ at }) => at === null)
  const codes = breachEvents.filter((what) => open.some((one) => one.what === what))

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = event.currentTarget
    const what = codes.find((code) => code === textOf(form, `what-${breach.breachNo}`))
    if (what === undefined) return
    const note = textOf(form, `note-${breach.breachNo}`)
    void send(async () => {
      await stepBreach(breach.breachNo, { what, note })
      await queryClient.invalidateQueries({ queryKey: breachesQuery.queryKey })
    })
  }
  return (
    <form className="form breach-tell" onSubmit={submit}>
      {failure !== null && <DeedFailure error={failure} />}
      <SelectField
        name={`what-${breach.breachNo}`}
        label={t('breach.tellHow')}
        group="breach.tell"
        codes={codes}
      />
      <WordsField name={`note-${breach.breachNo}`} label={t('breach.tellNote')} maxLength={1000} />
      <p>
        <button type="submit" className="button" aria-disabled={isBusy}>
          {t('request.take')}
        </button>
      </p>
    </form>
  )
}
