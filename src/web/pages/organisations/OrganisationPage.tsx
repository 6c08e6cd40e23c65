import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useRouter } from '@tanstack/react-router'
import type { NewOrganisation, Organisation } from '#access/schema'
import { ApiProblem } from '../../api/http.ts'
import {
  changeOrganisation,
  deleteOrganisation,
  organisationsQuery,
} from '../../api/people-calls.ts'
import { t } from '../../i18n/language.ts'
import { useSend } from '../../shell/use-send.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { showToast } from '../../ui/toast.ts'
import { OrganisationForm } from './OrganisationForm.tsx'

const route = getRouteApi('/officer/instansi/$organisationId')

/** One organisation: its names and sectors, which say what its officers see. */
export function OrganisationPage() {
  const { organisationId } = route.useParams()
  const query = useQuery(organisationsQuery)
  return (
    <div className="page">
      <Loaded query={query}>
        {(organisations) => {
          const found = organisations.find((known) => known.organisationId === organisationId)
          if (!found) return <ErrorNotice error={new ApiProblem('organisation-not-found', 404)} />
          return <OrganisationView key={organisationId} organisation={found} />
        }}
      </Loaded>
    </div>
  )
}

function OrganisationView({ organisation }: { readonly organisation: Organisation }) {
  const { organisationId, name, accounts } = organisation
  const sending = useSend()
  const removing = useSend()
  const queryClient = useQueryClient()
  const router = useRouter()

  async function finish(words: string): Promise<void> {
    await queryClient.invalidateQueries({ queryKey: organisationsQuery.queryKey })
    showToast(words)
    await router.navigate({ to: '/instansi' })
  }
  function save(values: NewOrganisation): void {
    void sending.send(async () => {
      await changeOrganisation(organisationId, values)
      await finish(t('orgs.saved', { name: values.name }))
    })
  }
  function remove(): void {
    void removing.send(async () => {
      await deleteOrganisation(organisationId)
      await finish(t('orgs.deleted', { name }))
    })
  }

  return (
    <>
      <PageHead title={name} crumbs={<Link to="/instansi">{t('menu.organisations')}</Link>} />
      <OrganisationForm values={organisation} sending={sending} onSave={save} />
      {removing.failure !== null && <DeedFailure error={removing.failure} />}
      {accounts > 0 ? (
        <p className="dim">{t('orgs.inUse', { count: accounts })}</p>
      ) : (
        <p>
          <button type="button" className="button" aria-disabled={removing.isBusy} onClick={remove}>
            {t('orgs.delete')}
          </button>
        </p>
      )}
    </>
  )
}
