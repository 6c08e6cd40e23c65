/** One stretch of a bar: `tone` is a colour class of `bars.css`. */
export interface MeterPart {
  readonly tone:
    | 'brand'
    | 'received'
    | 'promised'
    | 'late'
    | 'gap'
    | 'unknown'
    | 'rest'
    | 'cat-2'
    | 'cat-3'
  readonly value: number
  readonly name: string
}

/**
 * A bar from zero, its parts side by side on a scale that ends at `max`.
 *
 * Sized by SVG attributes: the content policy refuses style attributes. Numbers stand in words
 * beside it, so it is decoration to a screen reader unless `label` says otherwise.
 */
export function Meter({
  parts,
  max,
  label,
  height = 10,
  hasTrack = true,
}: {
  readonly parts: readonly MeterPart[]
  readonly max: number
  readonly label?: string
  readonly height?: number
  readonly hasTrack?: boolean
}) {
  const scale = max > 0 ? 100 / max : 0
  let x = 0
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: hidden, or named by its label
    <svg
      className="meter"
      width="100%"
      height={height}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      {hasTrack && <rect className="meter-track" width="100%" height={height} rx="2" />}
      {parts.map((part) => {
        const from = x
        x += part.value * scale
        if (part.value <= 0) return null
        // Never thinner than can be seen: a little is not nothing.
        const width = Math.max(part.value * scale, 0.6)
        return (
          <g key={part.name}>
            <rect
              className={`meter-${part.tone}`}
              x={`${from}%`}
              width={`${width}%`}
              height={height}
              rx="1"
            >
              <title>{part.name}</title>
            </rect>
          </g>
        )
      })}
    </svg>
  )
}
