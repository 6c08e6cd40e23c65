import { maskId } from '#intake'

/** How a NIK or KK is written: masked, or in full when the person asked for it. */
export type IdMask = (value: string | undefined) => string | undefined

/** @param fullIds true for `--full-ids`. */
export function idMask(fullIds: boolean): IdMask {
  return (value) => (value === undefined || fullIds ? value : maskId(value))
}

/** Runs of 12 or more digits inside free text, such as a remark with a NIK in it. */
const longDigits = /\d[\d .-]{10,}\d/g

/** The text with every NIK-like run of digits masked. */
export function maskText(text: string, mask: IdMask): string {
  return text.replace(longDigits, (run) => {
    const digits = run.replace(/\D/g, '')
    return digits.length >= 12 ? (mask(digits) ?? '') : run
  })
}
