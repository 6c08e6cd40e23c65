import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import type { TypedField } from '#intake/schema'
import { ownGrantsQuery } from '../../api/queries.ts'
import { createChange, decideChange } from '../../api/register-calls.ts'
import { t } from '../../i18n/language.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { showToast } from '../../ui/toast.ts'
import { WordsField } from '../../ui/WordsField.tsx'

interface OtherValueProps {
  readonly subject: { readonly personId: string } | { readonly familyId: string }
  readonly field: TypedField
}

/** Another value in place of the lists', with the reason; decided at once or proposed, by role. */
export function OtherValue({ subject, field }: OtherValueProps) {
  const { data: own } = useQuery(ownGrantsQuery)
  const [failure, setFailure] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const textId = useId()
  if (own?.actions.includes('propose-changes') !== true) return null

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    if (isBusy) return
    const form = event.currentTarget
    const facts = new FormData(form)
    setBusy(true)
    setFailure(null)
    try {
      const { changeNo, state } = await createChange({
        kind: 'value',
        subject,
        field,
        text: String(facts.get('text')),
        reason: String(facts.get('reason')),
      })
      form.reset()
      const words = state === 'in-force' ? t('change.decided') : t('change.proposed')
      showToast(words, () => void decideChange(changeNo, { verdict: 'withdraw' }))
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <details className="panel-part">
      <summary>{t('change.otherValue')}</summary>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <div className="field">
          <label htmlFor={textId}>{t('change.value')}</label>
          <input id={textId} className="input" name="text" required maxLength={300} />
        </div>
        <WordsField name="reason" label={t('change.reason')} maxLength={1000} />
        <button type="submit" className="button" aria-disabled={isBusy}>
          {t('change.use')}
        </button>
        {failure != null && <DeedFailure error={failure} />}
      </form>
    </details>
  )
}
