import { type IconName, iconPaths } from './icon-paths.ts'

/** A line icon; decoration unless `label` names it, so a word stands beside it. */
export function Icon({
  name,
  label,
  size = 20,
}: {
  readonly name: IconName
  readonly label?: string
  readonly size?: number
}) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: hidden, or named by its label
    <svg
      className="icon"
      viewBox="0 0 20 20"
      width={size}
      height={size}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <path d={iconPaths[name]} />
    </svg>
  )
}
