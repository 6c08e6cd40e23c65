/** What the map and its table say of a ward. */
export interface WardValue {
  /** 0 to 1; null where it cannot be told. */
  readonly share: number | null
  /** Drawn as a circle. */
  readonly count: number
  /** Of how many the share is; under ten it is not shown. */
  readonly of: number
}

/** Fewer are not shown: persons could be told. */
export const leastShown = 10

/** Class of the shade: five round steps that stay the same from month to month. */
export function shadeOf(value: WardValue | undefined, scale: 'need' | 'cover'): string {
  if (!value || value.share === null || value.of < leastShown) return 'unknown'
  return `${scale}-${Math.min(5, Math.floor(value.share * 5) + 1)}`
}
