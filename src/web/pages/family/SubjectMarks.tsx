import type { FamilyPage } from '#insight/schema'
import { day } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { Icon } from '../../ui/Icon.tsx'

/** What members asked for about the use of their data: first a person decides, not a score. */
export function SubjectMarks({ family: { marks } }: { readonly family: FamilyPage }) {
  return marks.map(({ kind, since, requestNo }) => (
    <div className="notice" key={requestNo}>
      <Icon name="person" />
      <p>
        <b>{t(`mark.${kind}`)}</b> {t(`mark.${kind}How`, { since: day(since.slice(0, 10)) })}
      </p>
    </div>
  ))
}
