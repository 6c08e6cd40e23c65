import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useRouter } from '@tanstack/react-router'
import type { NewOrganisation } from '#access/schema'
import { createOrganisation, organisationsQuery } from '../../api/people-calls.ts'
import { t } from '../../i18n/language.ts'
import { useSend } from '../../shell/use-send.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { showToast } from '../../ui/toast.ts'
import { OrganisationForm } from './OrganisationForm.tsx'

const route = getRouteApi('/officer/instansi/baru')

/** An organisation to add, by a name that lists already use where the address brings one. */
export function NewOrganisationPage() {
  const { nama } = route.useSearch()
  const sending = useSend()
  const queryClient = useQueryClient()
  const router = useRouter()

  function save(values: NewOrganisation): void {
    void sending.send(async (key) => {
      const made = await createOrganisation(values, key)
      await queryClient.invalidateQueries({ queryKey: organisationsQuery.queryKey })
      showToast(t('orgs.saved', { name: made.name }))
      await router.navigate({ to: '/instansi' })
    }, values)
  }

  return (
    <div className="page">
      <PageHead
        title={t('orgs.new')}
        crumbs={<Link to="/instansi">{t('menu.organisations')}</Link>}
      />
      <OrganisationForm
        values={{ name: nama ?? '', kind: 'agency', sectors: [], aliases: [] }}
        sending={sending}
        onSave={save}
      />
    </div>
  )
}
