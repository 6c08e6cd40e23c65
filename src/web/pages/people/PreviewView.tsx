import type { Preview } from '#access/schema'
import { regionName } from '#territory/schema'
import { number } from '../../i18n/format.ts'
import { codeWords, t } from '../../i18n/language.ts'

/** What a role would show, in counts: the sentence first, then classes, kinds and wards. */
export function PreviewView({ preview }: { readonly preview: Preview }) {
  const { kinds, wards, shownClasses, hiddenClasses, actions } = preview
  const families = kinds.find(({ kind }) => kind === 'families')?.count
  return (
    <div className="stack">
      <p className="lead">
        {families === 0
          ? t('preview.nothing')
          : t('preview.lead', {
              families: countWords(families ?? null),
              wards: number(wards.filter(({ ward }) => ward !== null).length),
            })}
      </p>
      <div className="chips">
        {shownClasses.map((name) => (
          <span key={name} className="class-chip">
            <span className="sr-only">{t('preview.shown')}: </span>
            {t(`class.${name}`)}
          </span>
        ))}
        {hiddenClasses.map((name) => (
          <span key={name} className="class-chip class-hidden">
            <span className="sr-only">{t('preview.hidden')}: </span>
            {t(`class.${name}`)}
          </span>
        ))}
      </div>
      <h3>{t('preview.counts')}</h3>
      <dl className="preview-kinds">
        {kinds
          .filter(({ count }) => count !== 0)
          .map(({ kind, count }) => (
            <div key={kind}>
              <dt>{t(`previewKind.${kind}`)}</dt>
              <dd>{countWords(count)}</dd>
            </div>
          ))}
      </dl>
      {wards.length > 0 && (
        <details>
          <summary>{t('preview.byWard')}</summary>
          <ul className="preview-wards">
            {wards.map(({ ward, families: count }) => (
              <li key={ward}>
                <span>{ward === null ? t('preview.noWard') : regionName(ward)}</span>
                <span className="num">{countWords(count)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p>
        <b>{t('preview.may')}</b> {actions.map((action) => codeWords('may', action)).join(', ')}.
      </p>
      <p className="small dim">{t('preview.recorded')}</p>
    </div>
  )
}

function countWords(count: number | null): string {
  return count === null ? t('preview.few') : number(count)
}
