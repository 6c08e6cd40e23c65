/** Answers that the API gives beside those of `#insight/schema`. */

export interface OpenQuestion {
  readonly fact: string
  readonly textId: string
  readonly textEn: string
  readonly families: number
  /** Decisions and needs that the answers would settle. */
  readonly decisions: number
}

export interface WardShape {
  /** Kemendagri's, dotted. */
  readonly code: string
  readonly name: string
  readonly district: string
  /** Rings of [longitude, latitude], WGS 84; neighbours share their points. */
  readonly rings: readonly (readonly (readonly [number, number])[])[]
  /** Where the name stands: [longitude, latitude]. */
  readonly label: readonly [number, number]
}
