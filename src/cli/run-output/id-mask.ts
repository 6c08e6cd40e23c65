import { maskId } from '#intake'

/** How a NIK or KK is written: masked, or in full when the person asked for it. */
export type IdMask = (value: string | undefined) => string | undefined

/** @param fullIds true for `--full-ids`. */
export function idMask(fullIds: boolean): IdMask {
  return (value) => (value === undefined || fullIds ? value : maskId(value))
}
