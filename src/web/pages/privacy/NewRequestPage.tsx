import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import {
  GuardianRelation,
  guardianRelations,
  NewSubjectRequest,
  requestChannels,
  requestKinds,
} from '#access/schema'
import { enterRequest } from '../../api/privacy-calls.ts'
import { t } from '../../i18n/language.ts'
import { useSend } from '../../shell/use-send.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { showToast } from '../../ui/toast.ts'
import { WordsField } from '../../ui/WordsField.tsx'
import { instantOf, localNow, textOf } from './privacy-words.ts'
import { SelectField } from './SelectField.tsx'
import '../people/people.css'
import './privacy.css'

/** A request written down as it came: at the desk, on paper, by telephone. */
export function NewRequestPage() {
  const { isBusy, failure, send } = useSend()
  const [isChild, setChild] = useState(false)
  const queryClient = useQueryClient()
  const navigate = useNavigate()

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const body = readForm(event.currentTarget, isChild)
    void send(async (key) => {
      const { requestNo } = await enterRequest(body, key)
      void queryClient.invalidateQueries({ queryKey: ['subject-requests'] })
      showToast(t('request.saved', { no: requestNo }))
      await navigate({
        to: '/permintaan-data/$requestNo',
        params: { requestNo: String(requestNo) },
      })
    }, body)
  }

  return (
    <div className="page">
      <PageHead
        title={t('privacy.new')}
        crumbs={<Link to="/permintaan-data">{t('menu.privacy')}</Link>}
      />
      <form className="card form" onSubmit={submit}>
        {failure !== null && <DeedFailure error={failure} />}
        <SelectField
          name="kind"
          label={t('request.kind')}
          group="requestKind"
          codes={requestKinds}
        />
        <SelectField
          name="channel"
          label={t('request.channel')}
          group="channel"
          codes={requestChannels}
        />
        <p className="field">
          <label htmlFor="receivedAt">{t('request.receivedAt')}</label>
          <input
            className="input"
            id="receivedAt"
            name="receivedAt"
            type="datetime-local"
            defaultValue={localNow()}
            max={localNow()}
            aria-describedby="receivedAt-hint"
            required
          />
          <span className="form-hint" id="receivedAt-hint">
            {t('request.receivedHint')}
          </span>
        </p>
        <WordsField name="askerName" label={t('request.asker')} maxLength={120} />
        <WordsField
          name="contact"
          label={t('request.contact')}
          hint={t('request.contactHint')}
          maxLength={120}
          isOptional
        />
        <WordsField name="wish" label={t('request.wish')} maxLength={2000} isLong />
        <label className="choice">
          <input
            type="checkbox"
            checked={isChild}
            onChange={(event) => setChild(event.currentTarget.checked)}
          />
          {t('request.isChild')}
        </label>
        {isChild && (
          <>
            <SelectField
              name="guardian"
              label={t('request.guardian')}
              group="guardianRelation"
              codes={guardianRelations}
            />
            <WordsField name="proof" label={t('request.proof')} maxLength={200} />
          </>
        )}
        <p>
          <button type="submit" className="button button-main" aria-disabled={isBusy}>
            {t('request.save')}
          </button>
        </p>
      </form>
    </div>
  )
}

function readForm(form: HTMLFormElement, isChild: boolean): NewSubjectRequest {
  const { kind, channel } = NewSubjectRequest.shape
  return {
    kind: kind.parse(textOf(form, 'kind')),
    channel: channel.parse(textOf(form, 'channel')),
    askerName: textOf(form, 'askerName'),
    contact: textOf(form, 'contact'),
    wish: textOf(form, 'wish'),
    receivedAt: instantOf(textOf(form, 'receivedAt')),
    guardian: isChild
      ? {
          relation: GuardianRelation.parse(textOf(form, 'guardian')),
          proof: textOf(form, 'proof'),
          personId: null,
        }
      : null,
  }
}
