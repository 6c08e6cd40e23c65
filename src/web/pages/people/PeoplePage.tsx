import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type Account, roles } from '#access/schema'
import { accountsQuery, organisationsQuery } from '../../api/people-calls.ts'
import { t } from '../../i18n/language.ts'
import { ChoiceMenu } from '../../ui/ChoiceMenu.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Paged } from '../../ui/Paged.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { moveRow, usePageKeys } from '../../ui/page-keys.ts'
import { SearchField } from '../../ui/SearchField.tsx'
import { useSettled } from '../../ui/use-settled.ts'
import { roleName } from './grant-words.ts'
import '../../ui/sentence.css'
import './people.css'

type State = 'active' | 'disabled' | 'any'
interface Filter {
  readonly organisationId: string
  readonly role: string
  readonly state: State
}
const everyone: Filter = { organisationId: '', role: '', state: 'active' }
const states = ['active', 'disabled', 'any'] as const

/** Who can sign in, where they belong, and which roles they hold today. */
export function PeoplePage() {
  const [words, setWords] = useState('')
  const [filter, setFilter] = useState(everyone)
  const q = useSettled(words, 250).trim()
  const role = roles.find((name) => name === filter.role)
  const query = useInfiniteQuery(
    accountsQuery({
      ...(q === '' ? {} : { q }),
      ...(filter.organisationId === '' ? {} : { organisationId: filter.organisationId }),
      ...(role === undefined ? {} : { role }),
      ...(filter.state === 'any' ? {} : { isDisabled: filter.state === 'disabled' }),
    }),
  )
  const accounts = query.data?.pages.flatMap((page) => page.accounts) ?? []
  usePageKeys([
    { key: 'arrowdown', label: t('keys.next'), run: () => moveRow(1) },
    { key: 'arrowup', label: t('keys.previous'), run: () => moveRow(-1) },
  ])

  return (
    <div className="page">
      <PageHead
        title={t('menu.people')}
        actions={
          <Link to="/orang/baru" className="button button-main">
            <Icon name="plus" size={18} />
            {t('people.add')}
          </Link>
        }
      />
      <div className="card card-flush">
        <div className="list-head">
          <SearchField
            label={t('people.search')}
            hint={t('people.search')}
            words={words}
            onChange={setWords}
          />
          <PeopleFilter filter={filter} onChange={setFilter} />
          <p role="status" className="ink2">
            {query.data
              ? t('people.lead', { count: query.data.pages[0]?.total ?? 0 })
              : t('state.counting')}
          </p>
        </div>
        <Paged
          query={query}
          count={accounts.length}
          empty={
            <div className="empty">
              <h2>{t('people.none')}</h2>
              <button
                type="button"
                className="button"
                onClick={() => {
                  setWords('')
                  setFilter({ ...everyone, state: 'any' })
                }}
              >
                {t('people.clear')}
              </button>
            </div>
          }
        >
          <PeopleTable accounts={accounts} />
        </Paged>
      </div>
    </div>
  )
}

/** "Tampilkan orang di … dengan peran … yang …": each part is a button with its choices. */
function PeopleFilter({
  filter,
  onChange,
}: {
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
}) {
  const { data: organisations = [] } = useQuery(organisationsQuery)
  return (
    <div className="sentence">
      <span>{t('people.show')}</span>
      <ChoiceMenu
        name={t('people.column.organisation')}
        choices={[
          { id: '', label: t('people.anyOrganisation') },
          ...organisations.map(({ organisationId, name }) => ({ id: organisationId, label: name })),
        ]}
        chosen={filter.organisationId}
        onChoose={(organisationId) => onChange({ ...filter, organisationId })}
      />
      <span>{t('people.withRole')}</span>
      <ChoiceMenu
        name={t('grants.title')}
        choices={[
          { id: '', label: t('people.anyRole') },
          ...roles.map((id) => ({ id, label: roleName(id) })),
        ]}
        chosen={filter.role}
        onChoose={(role) => onChange({ ...filter, role })}
      />
      <span>{t('people.state')}</span>
      <ChoiceMenu
        name={t('people.column.state')}
        choices={states.map((id) => ({ id, label: t(`people.state.${id}`) }))}
        chosen={filter.state}
        onChoose={(id) => {
          const state = states.find((known) => known === id)
          if (state) onChange({ ...filter, state })
        }}
      />
    </div>
  )
}

function PeopleTable({ accounts }: { readonly accounts: readonly Account[] }) {
  return (
    <div className="table-scroll">
      <table className="table table-cards">
        <thead>
          <tr>
            <th scope="col">{t('people.column.name')}</th>
            <th scope="col">{t('people.column.organisation')}</th>
            <th scope="col">{t('people.column.roles')}</th>
            <th scope="col">{t('people.column.state')}</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <tr key={account.accountId}>
              <th scope="row">
                <Link
                  to="/orang/$accountId"
                  params={{ accountId: account.accountId }}
                  className="row-link"
                  data-row=""
                >
                  {account.displayName}
                </Link>
                <span className="cell-note">{account.userName}</span>
              </th>
              <td>{account.organisationName}</td>
              <td>
                {account.roles.length === 0 ? (
                  <span className="text-unknown">{t('people.noRole')}</span>
                ) : (
                  account.roles.map(roleName).join(', ')
                )}
              </td>
              <td>
                <AccountState account={account} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What is particular about an account, in words. */
export function AccountState({
  account,
  lead = '',
}: {
  readonly account: Account
  /** What stands before the words where there are any. */
  readonly lead?: string
}) {
  const { isDisabled, hasFirstPassword, isMine } = account
  const words = [
    ...(isMine ? [t('people.mine')] : []),
    ...(isDisabled ? [t('people.disabled')] : []),
    ...(hasFirstPassword ? [t('people.firstPassword')] : []),
  ]
  if (words.length === 0) return null
  return (
    <span className={isDisabled ? 'text-late' : 'dim'}>
      {lead}
      {words.join(', ')}
    </span>
  )
}
