import { type Html, html } from '#platform/html'

const width = 200

/**
 * Two bars from zero in a cell of a table, one over the other; the numbers stand beside them, so the
 * drawing is hidden from who listens.
 *
 * @param scale bits of the longest bar.
 */
export function weightBars(strangerBits: number, householdBits: number, scale: number): Html {
  const bar = (bits: number, y: number, height: number, name: string) => {
    const length = Math.min(100, Math.abs(bits / Math.max(1, scale)) * 100)
    const x = bits < 0 ? 100 - length : 100
    return html`<rect x="${x.toFixed(1)}" y="${y}" width="${length.toFixed(1)}" height="${height}" class="${bits < 0 ? 'against' : 'for'}${name}"/>`
  }
  return html`<svg viewBox="0 0 ${width} 16" class="bar" aria-hidden="true">${bar(strangerBits, 2, 7, '')}${bar(householdBits, 10, 4, ' second')}<path d="M100 0v16" class="axis"/></svg>`
}

/** One bar from zero in a cell of a table. @param share 0 to 1 of the cell's width. */
export function shareBar(share: number): Html {
  return html`<svg viewBox="0 0 ${width} 16" class="bar" aria-hidden="true"><rect x="0" y="3" width="${(Math.min(1, share) * width).toFixed(1)}" height="10" class="for"/></svg>`
}

/** Where a staircase stands: bits at its left and right ends, and the threshold. */
export interface StairScale {
  readonly lowBits: number
  readonly highBits: number
  readonly thresholdBits: number
}

/** A step in its cell, which it fills so that steps meet; `ends`: where no step comes before or after. */
export function stairStep(
  from: number,
  to: number,
  scale: StairScale,
  ends: { readonly isFirst?: boolean; readonly isLast?: boolean } = {},
): Html {
  const at = (bits: number) =>
    (((bits - scale.lowBits) / Math.max(0.1, scale.highBits - scale.lowBits)) * width).toFixed(1)
  const above = ends.isFirst ? '' : `M${at(ends.isLast ? to : from)} 0V10`
  const below = ends.isFirst || !ends.isLast ? `M${at(to)} 10V20` : ''
  return html`<svg viewBox="0 0 ${width} 20" preserveAspectRatio="none" aria-hidden="true"><path d="M${at(scale.thresholdBits)} 0V20" class="threshold"/><path d="${above}${below}" class="link"/><path d="M${at(from)} 10H${at(to)}" class="stair ${to < from ? 'against' : 'for'}"/></svg>`
}
