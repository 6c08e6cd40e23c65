import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { privacyQuery, takeStep } from '../../api/privacy-calls.ts'
import { inLanguage, t } from '../../i18n/language.ts'
import { useSend } from '../../shell/use-send.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { WordsField } from '../../ui/WordsField.tsx'
import { textOf } from './privacy-words.ts'
import type { RequestPart } from './request-part.ts'
import { SelectField } from './SelectField.tsx'

/** The next state of a request with its reason; a refusal names its legal ground. */
export function StepForm({ request, onChange }: RequestPart) {
  const [chosen, setChosen] = useState(request.next[0])
  const { isBusy, failure, send } = useSend()

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    if (chosen === undefined) return
    const form = event.currentTarget
    const step = {
      state: chosen,
      note: textOf(form, 'note'),
      ...(chosen === 'refused' ? { ground: textOf(form, 'ground') } : {}),
    }
    void send(async () => onChange(await takeStep(request.requestNo, step)))
  }
  return (
    <form className="card form" onSubmit={submit}>
      <h2>{t('request.step')}</h2>
      {failure !== null && <DeedFailure error={failure} />}
      <SelectField
        name="state"
        label={t('request.stepTo')}
        group="requestState"
        codes={request.next}
        value={chosen}
        onChoose={setChosen}
      />
      {chosen === 'refused' && <GroundField kind={request.kind} />}
      <WordsField name="note" label={t('request.stepNote')} maxLength={2000} isLong />
      <p>
        <button type="submit" className="button button-main" aria-disabled={isBusy}>
          {t('request.take')}
        </button>
      </p>
    </form>
  )
}

function GroundField({ kind }: { readonly kind: RequestPart['request']['kind'] }) {
  const { data } = useQuery(privacyQuery)
  const grounds = data?.rights.grounds.filter(({ kinds }) => kinds.includes(kind)) ?? []
  return (
    <p className="field">
      <label htmlFor="ground">{t('request.ground')}</label>
      <select className="input" id="ground" name="ground" required>
        {grounds.map(({ code, article, name }) => (
          <option key={code} value={code}>
            {article}: {inLanguage(name.id, name.en)}
          </option>
        ))}
      </select>
    </p>
  )
}
