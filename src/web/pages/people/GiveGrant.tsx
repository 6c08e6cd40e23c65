import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import {
  type Account,
  dataClasses,
  PreviewQuestion,
  type ProposedGrant,
  purposes,
  type Role,
  roles,
  usualClasses,
  usualPurpose,
} from '#access/schema'
import { accountQuery, giveGrant, previewQuery } from '../../api/people-calls.ts'
import { codeWords, inLanguage, t } from '../../i18n/language.ts'
import { useSend } from '../../shell/use-send.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { showToast } from '../../ui/toast.ts'
import { useSettled } from '../../ui/use-settled.ts'
import { dayAfter, roleName, todayHere } from './grant-words.ts'
import { PlaceChoice } from './PlaceChoice.tsx'
import { PreviewView } from './PreviewView.tsx'

const placeRoles: readonly Role[] = [
  'district-officer',
  'ward-officer',
  'puskesos-officer',
  'field-worker',
]
const ownRoles: readonly Role[] = ['agency-officer', 'partner']

/** What a role usually comes with. */
export function usualGrant(role: Role): ProposedGrant {
  return {
    role,
    regions: null,
    isOwnOrganisation: ownRoles.includes(role),
    dataClasses: [...usualClasses[role]],
    purpose: usualPurpose[role],
  }
}

/** A role to give, with what it would show beside it while it is being chosen. */
export function GiveGrant({
  account,
  proposed,
  onPropose,
}: {
  readonly account: Account
  readonly proposed: ProposedGrant
  readonly onPropose: (proposed: ProposedGrant) => void
}) {
  const { isBusy, failure, send } = useSend()
  const queryClient = useQueryClient()
  const { accountId } = account
  const lacksPlace = placeRoles.includes(proposed.role) && !proposed.regions?.length
  const change = (part: Partial<ProposedGrant>) => onPropose({ ...proposed, ...part })

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    if (lacksPlace) return
    const entries = new FormData(event.currentTarget)
    const [validFrom, lastDay] = [String(entries.get('from')), String(entries.get('to'))]
    const body = {
      ...proposed,
      ...(validFrom === '' ? {} : { validFrom }),
      validTo: lastDay === '' ? null : dayAfter(lastDay),
    }
    void send(async (key) => {
      await giveGrant(accountId, body, key)
      await queryClient.invalidateQueries({ queryKey: accountQuery(accountId).queryKey })
      void queryClient.invalidateQueries({ queryKey: ['accounts'] })
      showToast(t('give.given', { role: roleName(body.role) }))
    }, body)
  }

  return (
    <section className="stack" id="beri-peran" tabIndex={-1}>
      <h2>{t('give.title')}</h2>
      <div className="give-layout">
        <form className="card form" onSubmit={submit}>
          {failure !== null && <DeedFailure error={failure} />}
          <RoleField role={proposed.role} onChoose={(role) => onPropose(usualGrant(role))} />
          <PlaceChoice
            regions={proposed.regions}
            isNeeded={placeRoles.includes(proposed.role)}
            onChange={(regions) => change({ regions })}
          />
          <label className="choice">
            <input
              type="checkbox"
              checked={proposed.isOwnOrganisation}
              onChange={(event) => change({ isOwnOrganisation: event.target.checked })}
            />
            <span>{t('give.own')}</span>
          </label>
          <ClassChoice proposed={proposed} onChange={change} />
          <PurposeAndTime proposed={proposed} onChange={change} />
          {lacksPlace && <p className="text-late">{t('give.needsPlace')}</p>}
          <p>
            <button
              type="submit"
              className="button button-main"
              aria-disabled={isBusy || lacksPlace}
            >
              {t('give.save')}
            </button>
          </p>
        </form>
        <LivePreview accountId={accountId} proposed={proposed} isReady={!lacksPlace} />
      </div>
    </section>
  )
}

function RoleField({
  role,
  onChoose,
}: {
  readonly role: Role
  readonly onChoose: (role: Role) => void
}) {
  return (
    <p className="field">
      <label htmlFor="role">{t('give.role')}</label>
      <select
        className="input"
        id="role"
        value={role}
        aria-describedby="role-what"
        onChange={(event) => {
          const chosen = roles.find((name) => name === event.target.value)
          if (chosen) onChoose(chosen)
        }}
      >
        {roles.map((name) => (
          <option key={name} value={name}>
            {roleName(name)}
          </option>
        ))}
      </select>
      <span className="form-hint" id="role-what">
        {t(`roleWhat.${role}`)}
      </span>
    </p>
  )
}

interface PartProps {
  readonly proposed: ProposedGrant
  readonly onChange: (part: Partial<ProposedGrant>) => void
}

/** Classes that may be seen; a role of general data has no others to choose. */
function ClassChoice({ proposed, onChange }: PartProps) {
  const offered = usualClasses[proposed.role].length === 1 ? (['general'] as const) : dataClasses
  return (
    <fieldset className="choices">
      <legend>{t('give.classes')}</legend>
      {offered.map((name) => (
        <label key={name} className="choice">
          <input
            type="checkbox"
            checked={proposed.dataClasses.includes(name)}
            disabled={name === 'general'}
            onChange={(event) =>
              onChange({
                dataClasses: dataClasses.filter((known) =>
                  known === name ? event.target.checked : proposed.dataClasses.includes(known),
                ),
              })
            }
          />
          <span>
            {t(`class.${name}`)} <span className="dim">{t(`classWhat.${name}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function PurposeAndTime({ proposed, onChange }: PartProps) {
  return (
    <>
      <p className="field">
        <label htmlFor="purpose">{t('give.purpose')}</label>
        <select
          className="input"
          id="purpose"
          value={proposed.purpose}
          onChange={(event) => {
            const purpose = purposes.find((name) => name === event.target.value)
            if (purpose) onChange({ purpose })
          }}
        >
          {purposes.map((name) => (
            <option key={name} value={name}>
              {codeWords('purpose', name)}
            </option>
          ))}
        </select>
      </p>
      <div className="row">
        <p className="field">
          <label htmlFor="from">{t('give.from')}</label>
          <input
            className="input"
            id="from"
            name="from"
            type="date"
            min={todayHere()}
            defaultValue={todayHere()}
          />
        </p>
        <p className="field">
          <label htmlFor="to">{t('give.to')}</label>
          <input className="input" id="to" name="to" type="date" min={todayHere()} />
        </p>
      </div>
    </>
  )
}

/** Asks anew when the choice has stood still for a moment: each preview is written in the trail. */
function LivePreview({
  accountId,
  proposed,
  isReady,
}: {
  readonly accountId: string
  readonly proposed: ProposedGrant
  readonly isReady: boolean
}) {
  const settled = useSettled(JSON.stringify({ proposed }), 500)
  const query = useQuery({
    ...previewQuery(accountId, PreviewQuestion.parse(JSON.parse(settled))),
    enabled: isReady,
    placeholderData: keepPreviousData,
  })
  return (
    <section className="card stack" aria-busy={query.isFetching}>
      <h2>{t('preview.title')}</h2>
      {isReady ? (
        <Loaded query={query} shape="list">
          {(preview) => (
            <>
              {preview.conflict && (
                <p className="notice notice-late" role="alert">
                  {t('give.conflict', {
                    role: roleName(preview.conflict.other),
                    why: inLanguage(preview.conflict.whyId, preview.conflict.whyEn),
                  })}
                </p>
              )}
              <PreviewView preview={preview} />
            </>
          )}
        </Loaded>
      ) : (
        <p className="ink2">{t('give.needsPlace')}</p>
      )}
    </section>
  )
}
