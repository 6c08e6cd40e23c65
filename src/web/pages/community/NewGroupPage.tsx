import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { groupKinds } from '#registry/schema'
import { districts, wards } from '#territory/schema'
import { createGroup, forgetGroups } from '../../api/community-calls.ts'
import { ownGrantsQuery } from '../../api/queries.ts'
import { t } from '../../i18n/language.ts'
import { useSend } from '../../shell/use-send.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { showToast } from '../../ui/toast.ts'
import { textOf } from '../privacy/privacy-words.ts'
import { isInPlaces } from './at-home.ts'
import { DayField } from './DayField.tsx'
import '../people/people.css'

/** A group to write down; its members come after. */
export function NewGroupPage() {
  const queryClient = useQueryClient()
  const router = useRouter()
  const { isBusy, failure, send } = useSend()
  const { data: own } = useQuery(ownGrantsQuery)
  const regions = own?.grants[0]?.regions ?? null
  const open = wards.filter(({ code }) => isInPlaces(regions, code))

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = event.currentTarget
    const kind = groupKinds.find((code) => code === textOf(form, 'kind')) ?? 'other'
    const address = textOf(form, 'address')
    const group = {
      name: textOf(form, 'name'),
      kind,
      ward: textOf(form, 'ward'),
      ...(address === '' ? {} : { address }),
      since: textOf(form, 'since'),
    }
    void send(async (key) => {
      const { groupId } = await createGroup(group, key)
      await forgetGroups(queryClient)
      showToast(t('community.created'))
      await router.navigate({ to: '/kelompok/$groupId', params: { groupId } })
    }, group)
  }
  return (
    <div className="page">
      <PageHead
        title={t('community.new')}
        crumbs={<Link to="/kelompok">{t('menu.community')}</Link>}
      />
      <form className="card form" onSubmit={submit}>
        <p className="field">
          <label htmlFor="name">{t('community.name')}</label>
          <input
            className="input"
            id="name"
            name="name"
            required
            minLength={3}
            maxLength={120}
            autoComplete="off"
          />
        </p>
        <p className="field">
          <label htmlFor="kind">{t('community.kind')}</label>
          <select className="input" id="kind" name="kind">
            {groupKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`groupKind.${kind}`)}
              </option>
            ))}
          </select>
        </p>
        <p className="field">
          <label htmlFor="ward">{t('community.ward')}</label>
          <select className="input" id="ward" name="ward" required>
            {open.length !== 1 && <option value="">{t('community.wardChoose')}</option>}
            {districts.map(({ code, name }) => {
              const inside = open.filter(({ parent }) => parent === code)
              return (
                inside.length > 0 && (
                  <optgroup key={code} label={name}>
                    {inside.map((ward) => (
                      <option key={ward.code} value={ward.code}>
                        {ward.name}
                      </option>
                    ))}
                  </optgroup>
                )
              )
            })}
          </select>
        </p>
        <p className="field">
          <label htmlFor="address">{t('community.address')}</label>
          <input className="input" id="address" name="address" maxLength={300} autoComplete="off" />
        </p>
        <DayField name="since" label={t('community.since')} />
        {failure !== null && <DeedFailure error={failure} />}
        <p>
          <button type="submit" className="button button-main" aria-disabled={isBusy}>
            {t('community.save')}
          </button>
        </p>
      </form>
    </div>
  )
}
