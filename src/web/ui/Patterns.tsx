/** Hatchings that bars and maps fill with, once a page; they read in grey and without colour sight. */
export function Patterns() {
  return (
    <svg className="patterns" width="0" height="0" aria-hidden>
      <defs>
        <pattern
          id="hatch-gap"
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect className="hatch-gap-ground" width="5" height="5" />
          <rect className="hatch-gap-line" width="2.2" height="5" />
        </pattern>
        <pattern
          id="hatch-unknown"
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-45)"
        >
          <rect className="hatch-unknown-ground" width="5" height="5" />
          <rect className="hatch-unknown-line" width="1.6" height="5" />
        </pattern>
      </defs>
    </svg>
  )
}
