/** The mark: a roof on five equal posts, in one colour. */
export function Mark({ size = 30 }: { readonly size?: number }) {
  return (
    <svg className="mark" viewBox="0 0 30 24" width={size} height={(size * 24) / 30} aria-hidden>
      <path d="M5 3h20l5 10H0z" />
      <path d="M2 14.5h3V22H2zm5.75 0h3V22h-3zm5.75 0h3V22h-3zm5.75 0h3V22h-3zm5.75 0h3V22h-3z" />
    </svg>
  )
}
