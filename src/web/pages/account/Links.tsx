import { useQuery } from '@tanstack/react-query'
import type { OwnAccount } from '#access/schema'
import { beginLink, providersQuery, removeLink } from '../../api/account-calls.ts'
import { t } from '../../i18n/language.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { useDeed } from './use-deed.ts'

/** Ties to outside identity providers; nothing where the office has none. */
export function Links({ links }: { readonly links: OwnAccount['links'] }) {
  const { data } = useQuery(providersQuery)
  const { run, failure, isBusy } = useDeed()
  const providers = data?.providers ?? []
  if (providers.length === 0) return null

  async function goAndLink(providerId: string): Promise<void> {
    const { url } = await beginLink(providerId)
    location.assign(url)
  }

  return (
    <section className="card stack">
      <h2>{t('own.links')}</h2>
      <p className="ink2">{t('own.linksLead')}</p>
      {failure !== null && <DeedFailure error={failure} />}
      {providers.map(({ id, name }) => {
        const isLinked = links.some(({ providerId }) => providerId === id)
        return (
          <p key={id}>
            <button
              type="button"
              className="button"
              aria-disabled={isBusy}
              onClick={() =>
                void (isLinked
                  ? run(() => removeLink(id), t('own.unlinked'))
                  : run(() => goAndLink(id)))
              }
            >
              {isLinked ? t('own.unlink', { name }) : t('own.link', { name })}
            </button>
          </p>
        )
      })}
    </section>
  )
}
