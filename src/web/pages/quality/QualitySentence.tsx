import { wards } from '#territory/schema'
import { t } from '../../i18n/language.ts'
import { ChoiceMenu } from '../../ui/ChoiceMenu.tsx'
import { plainCode, type QualitySearch, readQualitySearch } from '../page-search.ts'
import { unnamedOffice } from './quality-search.ts'
import '../../ui/sentence.css'

/** "Tampilkan catatan di … dari …": whose records are counted and listed. */
export function QualitySentence({
  search,
  offices,
  onChange,
}: {
  readonly search: QualitySearch
  readonly offices: readonly string[]
  readonly onChange: (search: QualitySearch) => void
}) {
  const set = (part: Record<string, unknown>) => onChange(readQualitySearch({ ...search, ...part }))
  return (
    <div className="sentence">
      <span>{t('quality.show')}</span>
      <ChoiceMenu
        name={t('families.column.ward')}
        choices={[
          { id: '', label: t('filter.place.any') },
          ...wards.map(({ code, name }) => ({ id: plainCode(code), label: name })),
        ]}
        chosen={search.kelurahan ?? ''}
        onChoose={(kelurahan) => set({ kelurahan })}
      />
      <span>{t('quality.from')}</span>
      <ChoiceMenu
        name={t('quality.office')}
        choices={[
          { id: '', label: t('quality.officeAny') },
          ...offices.map((office) =>
            office === ''
              ? { id: unnamedOffice, label: t('quality.officeUnnamed') }
              : { id: office, label: office },
          ),
        ]}
        chosen={search.instansi ?? ''}
        onChoose={(instansi) => set({ instansi })}
      />
    </div>
  )
}
