import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Organisation, UnclaimedNames } from '#access/schema'
import {
  changeOrganisation,
  organisationsQuery,
  unclaimedNamesQuery,
} from '../../api/people-calls.ts'
import { number } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { useSend } from '../../shell/use-send.ts'
import { ChoiceMenu } from '../../ui/ChoiceMenu.tsx'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { sectorName } from '../../ui/sectors.ts'
import { showToast } from '../../ui/toast.ts'
import '../../ui/sentence.css'
import '../people/people.css'

/** Organisations, what they work on, and names in lists that belong to none of them yet. */
export function OrganisationsPage() {
  const organisations = useQuery(organisationsQuery)
  const unclaimed = useQuery(unclaimedNamesQuery)
  const names = unclaimed.data?.names ?? []
  return (
    <div className="page">
      <PageHead
        title={t('menu.organisations')}
        actions={
          <Link to="/instansi/baru" className="button button-main">
            <Icon name="plus" size={18} />
            {t('orgs.add')}
          </Link>
        }
      />
      <Loaded query={organisations} shape="list">
        {(known) => (
          <>
            <p className="lead">
              <b>{t('orgs.lead', { count: known.length })}</b>{' '}
              {names.length > 0 && t('orgs.unclaimedLead', { count: names.length })}
            </p>
            {names.length > 0 && <UnclaimedCard names={names} organisations={known} />}
            <OrganisationsTable organisations={known} />
          </>
        )}
      </Loaded>
      {unclaimed.isError && (
        <ErrorNotice error={unclaimed.error} onRetry={() => unclaimed.refetch()} />
      )}
    </div>
  )
}

function OrganisationsTable({
  organisations,
}: {
  readonly organisations: readonly Organisation[]
}) {
  return (
    <section className="card card-flush">
      <div className="table-scroll">
        <table className="table table-cards">
          <thead>
            <tr>
              <th scope="col">{t('orgs.column.name')}</th>
              <th scope="col">{t('orgs.column.kind')}</th>
              <th scope="col">{t('orgs.column.sectors')}</th>
              <th scope="col" className="num">
                {t('orgs.column.accounts')}
              </th>
              <th scope="col" className="num">
                {t('orgs.column.families')}
              </th>
            </tr>
          </thead>
          <tbody>
            {organisations.map((organisation) => (
              <tr key={organisation.organisationId}>
                <th scope="row">
                  <Link
                    to="/instansi/$organisationId"
                    params={{ organisationId: organisation.organisationId }}
                    className="row-link"
                    data-row=""
                  >
                    {organisation.name}
                  </Link>
                  {organisation.aliases.length > 0 && (
                    <span className="cell-note">{organisation.aliases.join(', ')}</span>
                  )}
                </th>
                <td>{t(`orgKind.${organisation.kind}`)}</td>
                <td>{organisation.sectors.map(sectorName).join(', ')}</td>
                <td className="num" data-label={t('orgs.column.accounts')}>
                  {number(organisation.accounts)}
                </td>
                <td className="num" data-label={t('orgs.column.families')}>
                  {organisation.families === null
                    ? t('preview.few')
                    : number(organisation.families)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** Each name with the organisation that it may belong to: one choice claims it. */
function UnclaimedCard({
  names,
  organisations,
}: {
  readonly names: UnclaimedNames['names']
  readonly organisations: readonly Organisation[]
}) {
  const { failure, send } = useSend()
  const queryClient = useQueryClient()

  function setAliases(organisation: Organisation, aliases: string[]): Promise<void> {
    return send(async () => {
      await changeOrganisation(organisation.organisationId, { aliases })
      await queryClient.invalidateQueries({ queryKey: organisationsQuery.queryKey })
    })
  }
  async function claim(name: string, organisationId: string): Promise<void> {
    const organisation = organisations.find((known) => known.organisationId === organisationId)
    if (!organisation) return
    await setAliases(organisation, [...organisation.aliases, name])
    showToast(t('orgs.claimed', { name, organisation: organisation.name }), () => {
      void setAliases(organisation, organisation.aliases)
    })
  }

  return (
    <section className="card card-flush">
      <div className="card-head">
        <div>
          <h2>{t('orgs.unclaimed')}</h2>
          <p className="ink2">{t('orgs.unclaimedWhy')}</p>
        </div>
      </div>
      {failure !== null && (
        <div className="card-part">
          <DeedFailure error={failure} />
        </div>
      )}
      <ul>
        {names.map(({ name, lists, offers }) => (
          <li key={name} className="grant-card">
            <div>
              <b>{name}</b>
              <span className="cell-note">
                {t('orgs.inLists', { lists: number(lists), offers: number(offers) })}
              </span>
            </div>
            <div className="page-actions">
              <ChoiceMenu
                name={`${t('orgs.claim')} ${name}`}
                choices={[
                  { id: '', label: t('orgs.claim') },
                  ...organisations.map(({ organisationId, name: label }) => ({
                    id: organisationId,
                    label,
                  })),
                ]}
                chosen=""
                onChoose={(organisationId) => void claim(name, organisationId)}
              />
              <Link to="/instansi/baru" search={{ nama: name }} className="button button-small">
                {t('orgs.makeOf')}
              </Link>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
