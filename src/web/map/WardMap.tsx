import { useQuery } from '@tanstack/react-query'
import type { MapPage } from '#insight/schema'
import { regionName } from '#territory/schema'
import { mapQuery } from '../api/queries.ts'
import { number, percent } from '../i18n/format.ts'
import { inLanguage, t } from '../i18n/language.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { placeNames } from './place-names.ts'
import {
  centreFrame,
  districtCode,
  districtPath,
  type Frame,
  frameOf,
  isInside,
  type Projection,
  project,
  type WardShape,
  wardPath,
} from './project.ts'
import { leastShown, shadeOf, type WardValue } from './ward-value.ts'
import './map.css'

interface WardMapProps {
  /** By ward code. A ward without a value, or with a small one, is hatched. */
  readonly values: ReadonlyMap<string, WardValue>
  readonly scale: 'need' | 'cover'
  /** What the shade says: `Kebutuhan terlayani`. */
  readonly shadeName: string
  /** What the circles count. */
  readonly countName: string
  readonly onOpen?: (wardCode: string) => void
}

/** The wards: rate as shade, count as circle, the crowded centre as an inset. */
export function WardMap(props: WardMapProps) {
  const query = useQuery(mapQuery)
  return (
    <Loaded query={query} shape="list">
      {(map) => <Drawn map={map} {...props} />}
    </Loaded>
  )
}

const cityWidth = 250
const insetWidth = 160

function Drawn({ map, ...props }: WardMapProps & { readonly map: MapPage }) {
  const { wards } = map
  const cityFrame = frameOf(wards)
  const hasCentre = wards.some(({ label }) => isInside(label, centreFrame))
  return (
    <figure className="ward-map">
      <div className="ward-map-grid">
        <MapDrawing
          wards={wards}
          frame={cityFrame}
          width={cityWidth}
          {...props}
          isCity
          hasCentre={hasCentre}
        />
        <div className="stack">
          <Legend {...props} />
          {hasCentre && (
            <div>
              <p className="small ward-map-inset-name">{t('map.centre')}</p>
              <MapDrawing
                wards={wards}
                frame={centreFrame}
                width={insetWidth}
                {...props}
                isCity={false}
                hasCentre
              />
            </div>
          )}
        </div>
      </div>
      <figcaption className="small dim">{inLanguage(map.noticeId, map.noticeEn)}</figcaption>
    </figure>
  )
}

function MapDrawing({
  wards,
  frame,
  width,
  values,
  scale,
  shadeName,
  countName,
  onOpen,
  isCity,
  hasCentre,
}: WardMapProps & {
  readonly wards: readonly WardShape[]
  readonly frame: Frame
  readonly width: number
  readonly isCity: boolean
  readonly hasCentre: boolean
}) {
  const projection = project(frame, width)
  const { height } = projection
  const most = Math.max(1, ...[...values.values()].map(({ count }) => count))
  return (
    <svg
      className={isCity ? 'map-city' : 'map-inset'}
      viewBox={`-1 -1 ${width + 2} ${height + 2}`}
      role="img"
      aria-label={t('map.label', { what: shadeName })}
    >
      {wards.map((ward) => {
        const value = values.get(ward.code)
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: for pointers; the table twin has buttons
          <path
            key={ward.code}
            className={`map-ward map-${shadeOf(value, scale)} ${onOpen ? 'map-open' : ''}`}
            d={wardPath(ward, projection)}
            onClick={() => onOpen?.(ward.code)}
          >
            <title>{wardTitle(ward, value, shadeName, countName)}</title>
          </path>
        )
      })}
      <path className="map-district" d={districtPath(wards, projection)} />
      {wards.map((ward) => {
        const count = values.get(ward.code)?.count ?? 0
        const isShown = isCity
          ? !(hasCentre && isInside(ward.label, centreFrame))
          : isInside(ward.label, frame)
        if (count < leastShown || !isShown) return null
        return (
          <circle
            key={ward.code}
            className="map-count"
            cx={projection.toX(ward.label[0])}
            cy={projection.toY(ward.label[1])}
            r={2 + Math.sqrt(count / most) * (isCity ? 9 : 14)}
          />
        )
      })}
      {isCity && hasCentre && <CentreBox projection={projection} />}
      <Names wards={wards} values={values} projection={projection} frame={frame} isCity={isCity} />
    </svg>
  )
}

function CentreBox({ projection: { toX, toY } }: { readonly projection: Projection }) {
  const { west, east, south, north } = centreFrame
  return (
    <rect
      className="map-box"
      x={toX(west)}
      y={toY(north)}
      width={toX(east) - toX(west)}
      height={toY(south) - toY(north)}
    />
  )
}

/** Districts by name on the whole map, wards in the inset; a halo keeps them readable. */
function Names({
  wards,
  projection,
  frame,
  values,
  isCity,
}: {
  readonly values: WardMapProps['values']
  readonly wards: readonly WardShape[]
  readonly projection: Projection
  readonly frame: Frame
  readonly isCity: boolean
}) {
  const names = isCity
    ? districtNames(wards)
    : wards
        .filter(({ label }) => isInside(label, frame))
        .toSorted((a, b) => (values.get(b.code)?.of ?? 0) - (values.get(a.code)?.of ?? 0))
        .map(({ name, label }) => ({ name, place: label }))
  return placeNames(names, projection).map(({ name, x, y }) => (
    <text key={name} className="map-name" x={x} y={y}>
      {name}
    </text>
  ))
}

function districtNames(wards: readonly WardShape[]) {
  return [...Map.groupBy(wards, ({ code }) => districtCode(code))].flatMap(([code, own]) => {
    // A district that lies in the inset has its wards named there.
    const outside = own.filter(({ label }) => !isInside(label, centreFrame))
    if (outside.length < own.length / 2) return []
    const mean = (index: 0 | 1) =>
      outside.reduce((sum, { label }) => sum + label[index], 0) / outside.length
    return [{ name: regionName(code), place: [mean(0), mean(1)] as const }]
  })
}

function wardTitle(
  ward: WardShape,
  value: WardValue | undefined,
  shadeName: string,
  countName: string,
): string {
  if (!value || value.share === null) return t('map.wardUnknown', { ward: ward.name })
  if (value.of < leastShown) return t('map.wardFew', { ward: ward.name })
  return t('map.ward', {
    ward: ward.name,
    what: shadeName,
    share: percent(value.share),
    countName,
    count: number(value.count),
  })
}

const classes = [1, 2, 3, 4, 5] as const

function Legend({ scale, shadeName, countName }: WardMapProps) {
  return (
    <div className="map-legend small">
      <b>{shadeName}</b>
      {classes.map((step) => (
        <span key={step}>
          <svg width="14" height="14" aria-hidden>
            <rect className={`map-ward map-${scale}-${step}`} width="14" height="14" />
          </svg>
          {t('map.class', { from: (step - 1) * 20, to: step * 20 })}
        </span>
      ))}
      <span>
        <svg width="14" height="14" aria-hidden>
          <rect className="map-unknown" width="14" height="14" />
        </svg>
        {t('map.fewOrUnknown')}
      </span>
      <span>
        <svg width="14" height="14" aria-hidden>
          <circle className="map-count" cx="7" cy="7" r="5.5" />
        </svg>
        {countName}
      </span>
    </div>
  )
}
