import { type Html, html } from '#platform/html'
import { count, sharedCount, smallCell } from './counts.ts'

export interface Bar {
  readonly label: string
  readonly value: number
  /** A part of `value` drawn solid; the rest is hatched. Absent: all solid. */
  readonly solid?: number
  readonly note?: string
}

const labelWidth = 210
const barHeight = 16
const rowHeight = 26
const width = 640

/**
 * Horizontal bars from zero, the number at the end of each; its table twin follows in the page.
 *
 * Bars of 1 to 9 are drawn at the width of 10, so that their length does not tell the count.
 */
export function barChart(title: string, bars: readonly Bar[]): Html {
  const longest = Math.max(1, ...bars.map(({ value }) => value))
  const scale = (width - labelWidth - 120) / longest
  const shown = (value: number): number =>
    value > 0 && value < smallCell ? Math.min(smallCell, longest) : value
  const rows = bars.map(({ label, value, solid, note }, no) => {
    const y = no * rowHeight + 4
    const full = Math.round(shown(value) * scale)
    const filled = solid === undefined ? full : Math.round(shown(solid) * scale)
    return html`
      <text x="${labelWidth - 10}" y="${y + 13}" text-anchor="end" class="label">${label}</text>
      <rect x="${labelWidth}" y="${y}" width="${full}" height="${barHeight}" rx="2" class="rest"></rect>
      <rect x="${labelWidth}" y="${y}" width="${Math.min(filled, full)}" height="${barHeight}" rx="2" class="solid"></rect>
      <text x="${labelWidth + full + 8}" y="${y + 13}" class="number">${sharedCount(value)}${note === undefined ? '' : ` · ${note}`}</text>`
  })
  return html`<svg role="img" aria-label="${title}" viewBox="0 0 ${width} ${bars.length * rowHeight + 6}" class="bars">${rows}</svg>`
}

/** A number and its word, for the strip under the headline. */
export function figure(value: number, word: string): Html {
  return html`<div class="figure"><strong>${count(value)}</strong><span>${word}</span></div>`
}
