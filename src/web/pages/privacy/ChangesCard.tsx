import type { FormEvent } from 'react'
import { noteChange } from '../../api/privacy-calls.ts'
import { codeWords, t } from '../../i18n/language.ts'
import { useSend } from '../../shell/use-send.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { textOf } from './privacy-words.ts'
import type { RequestPart } from './request-part.ts'
import { SelectField } from './SelectField.tsx'

const personFields = ['name', 'birthDate', 'nik', 'occupation', 'other'] as const
const familyFields = ['address', 'kk'] as const
const fields = [...personFields, ...familyFields] as const

/** What should become what: passed on, never applied by itself. */
export function ChangesCard({ request, onChange }: RequestPart) {
  const { isBusy, failure, send } = useSend()

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = event.currentTarget
    const field = textOf(form, 'field')
    const isOfFamily = familyFields.some((name) => name === field)
    const body = {
      subjectKind: isOfFamily ? ('family' as const) : ('person' as const),
      field,
      asked: textOf(form, 'asked'),
    }
    void send(async (key) => {
      onChange(await noteChange(request.requestNo, body, key))
      form.reset()
    }, body)
  }
  return (
    <section className="card stack">
      <h2>{t('request.changes')}</h2>
      <p className="small dim">{t('request.changesNote')}</p>
      {request.changes.length > 0 && (
        <ul className="request-steps">
          {request.changes.map((change) => (
            <li key={change.changeNo}>
              <b>{codeWords('changeField', change.field)}</b> → {change.asked}{' '}
              <span className="dim">({codeWords('changeState', change.state)})</span>
            </li>
          ))}
        </ul>
      )}
      {request.closedAt === null && request.personId !== null && (
        <form className="form" onSubmit={submit}>
          {failure !== null && <DeedFailure error={failure} />}
          <SelectField name="field" label={t('request.field')} group="changeField" codes={fields} />
          <p className="field">
            <label htmlFor="asked">{t('request.asked')}</label>
            <input
              className="input"
              id="asked"
              name="asked"
              maxLength={200}
              autoComplete="off"
              required
            />
          </p>
          <p>
            <button type="submit" className="button" aria-disabled={isBusy}>
              {t('request.noteChange')}
            </button>
          </p>
        </form>
      )}
    </section>
  )
}
