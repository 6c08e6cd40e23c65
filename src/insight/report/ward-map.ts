import { type Html, html } from '#platform/html'
import { boundaryNotice, centreWindow, cityWindow, type MapWindow, wardShapes } from '#territory'
import type { WardSummary } from '../schema.ts'
import { smallCell } from './counts.ts'

/** Upper ends of the classes, percent of families in need; fixed, so that months compare. */
const classEnds = [10, 20, 30, 40, 101]

const size = { width: 300, height: 420 }
const insetSize = { width: 220, height: 220 }

/**
 * The wards by the share of families in need whom nobody serves: shade is rate, circle is count.
 *
 * A ward with fewer than 10 families in need is hatched, never left out.
 */
export function wardMap(wards: readonly WardSummary[]): Html {
  const byCode = new Map(wards.map((ward) => [ward.code, ward]))
  const most = Math.max(1, ...wards.map(({ unserved }) => unserved))
  const draw = (window: MapWindow, { width, height }: typeof size): Html => {
    const place = projection(window, width, height)
    const shapes = wardShapes().map(({ code, name, rings }) => {
      const ward = byCode.get(code)
      return html`<path class="${wardClass(ward)}" d="${rings.map((ring) => pathOf(ring, place)).join('')}"><title>${name}</title></path>`
    })
    const circles = wardShapes().map(({ code, label }) => {
      const ward = byCode.get(code)
      if (!ward || ward.unserved < smallCell) return html``
      const [x, y] = place(label)
      return html`<circle class="count" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${(3 + 13 * Math.sqrt(ward.unserved / most)).toFixed(1)}"></circle>`
    })
    return html`<svg role="img" aria-label="Peta kelurahan" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${hatch}${shapes}${circles}</svg>`
  }
  return html`<div class="maps">
      <figure>${draw(cityWindow, size)}<figcaption>Kota Palangka Raya</figcaption></figure>
      <figure>${draw(centreWindow, insetSize)}<figcaption>Pusat kota</figcaption></figure>
      <ul class="legend">
        ${classEnds.map((end, no) => html`<li><span class="key need${no}"></span>${no === 0 ? '0' : (classEnds[no - 1] ?? 0)}–${Math.min(end, 100)}% belum dilayani</li>`)}
        <li><span class="key few"></span>kurang dari 10 keluarga</li>
        <li><span class="key circle"></span>banyaknya keluarga</li>
      </ul>
    </div>
    <p class="source">${boundaryNotice.id}</p>`
}

const hatch: Html = html`<defs><pattern id="few" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#ECEAF4"></rect><line x1="0" y1="0" x2="0" y2="6" stroke="#8C87A8" stroke-width="2"></line></pattern></defs>`

/** Class of a ward's shade by share, or `few`. */
function wardClass(ward: WardSummary | undefined): string {
  if (!ward || ward.familiesInNeed < smallCell) return 'ward few'
  const percent = (ward.unserved * 100) / ward.familiesInNeed
  return `ward need${classEnds.findIndex((end) => percent < end)}`
}

type Place = (point: readonly [number, number]) => readonly [number, number]

/** Degrees to pixels within a window; near the equator a degree is alike both ways. */
function projection(window: MapWindow, width: number, height: number): Place {
  const scale = Math.min(
    width / (window.east - window.west),
    height / (window.north - window.south),
  )
  return ([lon, lat]) => [(lon - window.west) * scale, (window.north - lat) * scale]
}

function pathOf(ring: readonly (readonly [number, number])[], place: Place): string {
  const points = ring.map((point) => {
    const [x, y] = place(point)
    return `${x.toFixed(1)},${y.toFixed(1)}`
  })
  return `M${points.join('L')}Z`
}
