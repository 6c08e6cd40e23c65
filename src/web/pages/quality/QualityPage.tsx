import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { DataQuality } from '#registry/schema'
import { qualityQuery } from '../../api/quality-calls.ts'
import { day, number } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import type { QualitySearch } from '../page-search.ts'
import { CalibrationTable } from '../pairs/CalibrationTable.tsx'
import { CountsTable } from './CountsTable.tsx'
import { CriteriaBars } from './CriteriaBars.tsx'
import { MissingCard } from './MissingCard.tsx'
import { QualitySentence } from './QualitySentence.tsx'
import { filterOfQuality, unnamedOffice } from './quality-search.ts'
import { ShareCounts } from './ShareCounts.tsx'
import { WorklistTable } from './WorklistTable.tsx'
import './quality.css'

const route = getRouteApi('/officer/mutu-data')

/** How sound the records are: by criterion, ward and office, and what is to be put right where. */
export function QualityPage() {
  const search = route.useSearch()
  const query = useQuery(qualityQuery(filterOfQuality(search)))
  return (
    <div className="page">
      <PageHead title={t('menu.quality')} note={t('quality.note')} />
      <Loaded query={query} shape="cards">
        {(quality) => <QualityView quality={quality} search={search} />}
      </Loaded>
    </div>
  )
}

function QualityView({
  quality,
  search,
}: {
  readonly quality: DataQuality
  readonly search: QualitySearch
}) {
  const navigate = route.useNavigate()
  const { counts, dukcapil, offices, wards } = quality
  const change = (next: QualitySearch) => void navigate({ search: next, replace: true })
  if (wards.length === 0) {
    return (
      <div className="card empty">
        <h2>{t('quality.nothing')}</h2>
        <p className="ink2">{t('today.noDataHow')}</p>
      </div>
    )
  }
  return (
    <>
      <p className="lead">
        <b>
          {t('quality.lead', {
            persons: number(counts.persons),
            sound: number(counts.sound.yes),
            faulty: number(counts.sound.no),
            unknown: number(counts.sound.unknown),
          })}
        </b>{' '}
        {dukcapil.isConnected
          ? t('quality.dukcapilOn', { answered: number(dukcapil.answered) })
          : t('quality.dukcapilOff')}{' '}
        {dukcapil.lastAt !== null &&
          t('quality.dukcapilLast', { day: day(dukcapil.lastAt.slice(0, 10)) })}
      </p>
      <QualitySentence
        search={search}
        offices={offices.map(({ office }) => office)}
        onChange={change}
      />
      <div className="quality-top">
        <CriteriaBars counts={counts} />
        <MissingCard missing={quality.missing} persons={counts.persons} />
      </div>
      <WorklistTable worklists={quality.worklists} search={search} />
      <CountsTable
        title={t('quality.byWard')}
        of={t('families.column.ward')}
        lines={wards.map(({ code, name, ...line }) => ({
          ...line,
          key: code ?? '',
          name: name ?? t('family.noWard'),
          search: code === null ? null : { ...search, kelurahan: code.replaceAll('.', '') },
        }))}
      />
      <CountsTable
        title={t('quality.byOffice')}
        of={t('quality.office')}
        lines={offices.map(({ office, ...line }) => ({
          ...line,
          key: office,
          name: office || t('quality.officeUnnamed'),
          search: { ...search, instansi: office || unnamedOffice },
        }))}
      />
      {quality.linkage.pairs > 0 && (
        <section className="card stack">
          <h2>{t('quality.linkage')}</h2>
          <CalibrationTable calibration={quality.linkage} />
        </section>
      )}
      <ShareCounts />
    </>
  )
}
