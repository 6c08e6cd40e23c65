import { t } from '../i18n/language.ts'
import { useDelayed } from './use-delayed.ts'

/** The shape of a page to come, after 300 ms; before that nothing. */
export function Skeleton({ shape = 'page' }: { readonly shape?: 'page' | 'cards' | 'list' }) {
  const isLong = useDelayed(300)
  if (!isLong) return null
  return (
    <div className="stack" role="status" aria-label={t('state.loading')}>
      {shape !== 'list' && <div className="skeleton skeleton-title" />}
      {shape !== 'list' && <div className="skeleton skeleton-line" />}
      {shape === 'cards' && (
        <div className="columns-2">
          <div className="skeleton skeleton-card" />
          <div className="skeleton skeleton-card" />
        </div>
      )}
      <div className="skeleton skeleton-table" />
    </div>
  )
}
