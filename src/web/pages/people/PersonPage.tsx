import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type AccountPage, type HeldGrant, purposes, usualPurpose } from '#access/schema'
import { accountQuery } from '../../api/people-calls.ts'
import { day } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { GiveGrant, usualGrant } from './GiveGrant.tsx'
import { GrantList } from './GrantList.tsx'
import { AccountState } from './PeoplePage.tsx'
import { PersonActions } from './PersonActions.tsx'
import './people.css'
import { WhoseAccount } from './WhoseAccount.tsx'

const route = getRouteApi('/officer/orang/$accountId')

/** One account: who it is, the roles it holds, what they show, and a role to give. */
export function PersonPage() {
  const { accountId } = route.useParams()
  const query = useQuery(accountQuery(accountId))
  useTitle(query.data?.account.displayName)
  return (
    <div className="page">
      <Loaded query={query}>{(page) => <PersonView key={accountId} page={page} />}</Loaded>
    </div>
  )
}

function PersonView({ page }: { readonly page: AccountPage }) {
  const { account, grants } = page
  const [proposed, setProposed] = useState(usualGrant('agency-officer'))

  /** Fills the form with a role that ended, to be looked at and given anew. */
  function proposeAgain(grant: HeldGrant): void {
    const { role, regions, isOwnOrganisation, dataClasses } = grant
    const purpose = purposes.find((name) => name === grant.purpose) ?? usualPurpose[role]
    setProposed({ role, regions, isOwnOrganisation, dataClasses, purpose })
    const form = document.getElementById('beri-peran')
    form?.scrollIntoView({ block: 'start' })
    form?.focus({ preventScroll: true })
  }
  return (
    <>
      <PageHead
        title={account.displayName}
        crumbs={<Link to="/orang">{t('menu.people')}</Link>}
        note={
          <>
            {account.userName} · {account.organisationName} ·{' '}
            {t('person.since', { day: day(account.createdOn) })}{' '}
            <AccountState account={account} lead="· " />
          </>
        }
      />
      {account.isDisabled && (
        <p className="notice notice-late" role="status">
          {t('person.isDisabled')}
        </p>
      )}
      {account.isMine && <p className="lead">{t('person.mineNote')}</p>}
      <PersonActions account={account} />
      <WhoseAccount page={page} />
      <GrantList account={account} grants={grants} onGiveAgain={proposeAgain} />
      {!account.isDisabled && !account.isMine && (
        <GiveGrant account={account} proposed={proposed} onPropose={setProposed} />
      )}
    </>
  )
}
