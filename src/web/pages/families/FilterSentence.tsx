import { districtOf, districts, regionName, wards } from '#territory/schema'
import { t } from '../../i18n/language.ts'
import { type Choice, ChoiceMenu } from '../../ui/ChoiceMenu.tsx'
import { indicatorName, indicatorOrder, sectorName, sectorOrder } from '../../ui/sectors.ts'
import { type FamiliesSearch, plainCode, readFamiliesSearch, sectorWord } from '../page-search.ts'
import '../../ui/sentence.css'

/** "Tampilkan keluarga di … yang kurang … dan …": each part is a button with its choices. */
export function FilterSentence({
  search,
  onChange,
}: {
  readonly search: FamiliesSearch
  readonly onChange: (search: FamiliesSearch) => void
}) {
  // Read back as an address would be, so that "all" drops out.
  const set = (part: Record<string, unknown>) =>
    onChange(readFamiliesSearch({ ...search, ...part }))
  const lacking = search.kurang ?? (search.bidang ? `/${search.bidang}` : '')

  return (
    <div className="sentence">
      <span>{t('filter.show')}</span>
      <ChoiceMenu
        name={t('filter.place')}
        choices={placeChoices()}
        chosen={search.wilayah ?? ''}
        onChoose={(wilayah) => set({ wilayah })}
      />
      <span>{t('filter.that')}</span>
      <ChoiceMenu
        name={t('filter.lack')}
        choices={lackChoices()}
        chosen={lacking}
        onChoose={(id) =>
          set(
            id.startsWith('/')
              ? { bidang: id.slice(1), kurang: undefined }
              : { kurang: id, bidang: undefined },
          )
        }
      />
      <ChoiceMenu
        name={t('filter.served')}
        choices={[
          { id: '', label: t('filter.served.any') },
          { id: 'belum', label: t('filter.served.none') },
          { id: 'satu', label: t('filter.served.one') },
          { id: 'beberapa', label: t('filter.served.several') },
        ]}
        chosen={search.dilayani ?? ''}
        onChoose={(dilayani) => set({ dilayani })}
      />
      <ChoiceMenu
        name={t('filter.decile')}
        choices={[
          { id: '', label: t('filter.decile.any') },
          ...Array.from({ length: 10 }, (_, index) => ({
            id: String(index + 1),
            label: t('filter.decile.one', { decile: index + 1 }),
          })),
          { id: 'belum', label: t('filter.decile.unknown') },
        ]}
        chosen={String(search.desil ?? '')}
        onChoose={(desil) => set({ desil })}
      />
      <span>{t('filter.sorted')}</span>
      <ChoiceMenu
        name={t('filter.sort')}
        choices={[
          { id: 'mendesak', label: t('filter.sort.score') },
          { id: 'nama', label: t('filter.sort.name') },
          { id: 'kelurahan', label: t('filter.sort.ward') },
        ]}
        chosen={search.urut ?? 'mendesak'}
        onChoose={(urut) => set({ urut: urut === 'mendesak' ? undefined : urut })}
      />
    </div>
  )
}

function placeChoices(): Choice[] {
  return [
    { id: '', label: t('filter.place.any') },
    ...districts.map(({ code, name }) => ({
      id: plainCode(code),
      label: t('filter.place.district', { name }),
    })),
    ...wards.map(({ code, name }) => ({
      id: plainCode(code),
      label: t('filter.place.ward', { name }),
      note: regionName(districtOf(code) ?? code),
    })),
  ]
}

function lackChoices(): Choice[] {
  return [
    { id: '', label: t('filter.lack.any') },
    ...sectorOrder.map((sector) => ({
      id: `/${sectorWord(sector)}`,
      label: t('filter.lack.sector', { sector: sectorName(sector).toLowerCase() }),
    })),
    ...indicatorOrder.map(({ sector, indicator }) => ({
      id: indicator,
      label: t('filter.lack.one', { what: indicatorName(indicator) }),
      note: sectorName(sector),
    })),
  ]
}
