import { type Html, html } from '#platform/html'

/** A chart with words for who does not see it; its numbers follow in a table. */
export interface ChartWords {
  /** Unique in the page. */
  readonly id: string
  readonly title: string
  /** What the chart shows, in a sentence or two. */
  readonly description: string
}

export interface Column {
  readonly x: number
  readonly width: number
  /** Drawn solid from zero, and outlined above. */
  readonly solid: number
  readonly outlined: number
}

export interface Line {
  readonly name: string
  readonly points: readonly (readonly [number, number])[]
  /** Class: `first`, `second`, `third`; each has its own stroke. */
  readonly look: 'first' | 'second' | 'third'
}

export interface Axes {
  readonly from: number
  readonly to: number
  /** Value at the top. */
  readonly top: number
  readonly sayX: (value: number) => string
  readonly sayY: (value: number) => string
  readonly xTitle: string
  /** A line to mark: the threshold. */
  readonly mark?: { readonly at: number; readonly words: string }
}

const frame = { left: 56, right: 640 - 100, top: 22, bottom: 190 }

/** Columns from zero. */
export function columnChart(words: ChartWords, axes: Axes, columns: readonly Column[]): Html {
  const { x, y } = placesOf(axes)
  const drawn = columns.map(({ x: from, width, solid, outlined }) => {
    const [left, right] = [x(from), x(from + width)]
    const rect = (low: number, high: number, name: string) =>
      high > low
        ? html`<rect x="${(left + 0.5).toFixed(1)}" y="${y(high).toFixed(1)}" width="${Math.max(0.5, right - left - 1).toFixed(1)}" height="${(y(low) - y(high)).toFixed(1)}" class="${name}"/>`
        : ''
    return html`${rect(0, solid, 'for')}${rect(solid, solid + outlined, 'outlined')}`
  })
  return chart(words, axes, drawn)
}

/** Lines over one axis, each named at its end. */
export function lineChart(words: ChartWords, axes: Axes, lines: readonly Line[]): Html {
  const { x, y } = placesOf(axes)
  const labelled: number[] = []
  const drawn = lines.map(({ name, points, look }) => {
    const path = points.map(([at, value]) => `${x(at).toFixed(1)} ${y(value).toFixed(1)}`).join('L')
    const end = points.at(-1)?.[1] ?? 0
    // Names that would stand on one another move down.
    let nameY = y(end) + 4
    while (labelled.some((taken) => Math.abs(taken - nameY) < 14)) nameY += 14
    labelled.push(nameY)
    return html`<path d="M${path}" class="line ${look}"/><text x="${frame.right + 6}" y="${nameY.toFixed(1)}" class="name">${name}</text>`
  })
  return chart(words, axes, drawn)
}

function placesOf({ from, to, top }: Axes) {
  const perX = (frame.right - frame.left) / Math.max(1e-9, to - from)
  const perY = (frame.bottom - frame.top) / Math.max(1e-9, top)
  return {
    x: (value: number) => frame.left + (value - from) * perX,
    y: (value: number) => frame.bottom - value * perY,
  }
}

function chart(
  { id, title, description }: ChartWords,
  axes: Axes,
  drawn: readonly (Html | string)[],
): Html {
  const { x, y } = placesOf(axes)
  const step = niceStep((axes.to - axes.from) / 8)
  const ticks: Html[] = []
  for (let at = Math.ceil(axes.from / step) * step; at <= axes.to; at += step) {
    ticks.push(
      html`<path d="M${x(at).toFixed(1)} ${frame.bottom}v4" class="axis"/><text x="${x(at).toFixed(1)}" y="${frame.bottom + 18}" text-anchor="middle">${axes.sayX(at)}</text>`,
    )
  }
  const heights = [axes.top / 2, axes.top].map(
    (value) =>
      html`<path d="M${frame.left} ${y(value).toFixed(1)}H${frame.right}" class="grid"/><text x="${frame.left - 6}" y="${(y(value) + 4).toFixed(1)}" text-anchor="end">${axes.sayY(value)}</text>`,
  )
  const { mark } = axes
  const markX = mark ? x(mark.at) : 0
  const isRight = markX > (frame.left + frame.right) / 2
  const marked = mark
    ? html`<path d="M${markX.toFixed(1)} ${frame.top - 8}V${frame.bottom}" class="threshold"/><text x="${(markX + (isRight ? -5 : 5)).toFixed(1)}" y="${frame.top - 8}" text-anchor="${isRight ? 'end' : 'start'}" class="name">${mark.words}</text>`
    : ''
  return html`<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}-title"><svg role="img" aria-labelledby="${id}-title" aria-describedby="${id}-desc" viewBox="0 0 640 232" class="chart"><title id="${id}-title">${title}</title><desc id="${id}-desc">${description}</desc><g>${heights}<path d="M${frame.left} ${frame.bottom}H${frame.right}" class="axis"/>${ticks}${drawn}${marked}<text x="${(frame.left + frame.right) / 2}" y="${frame.bottom + 38}" text-anchor="middle">${axes.xTitle}</text></g></svg></div>`
}

/** 1, 2 or 5 times a power of ten, at least `least`. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1e-9, least)))
  return power * ([1, 2, 5, 10].find((times) => times * power >= least) ?? 10)
}
