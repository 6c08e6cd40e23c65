import { InvalidArgumentError } from 'commander'
import { say } from './language.ts'

/** Reads an option that must be a whole number from `least` to `most`. */
export function wholeNumber(
  least: number,
  most: number = Number.MAX_SAFE_INTEGER,
): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (/^\d+$/.test(text) && value >= least && value <= most) return value
    const range =
      most === Number.MAX_SAFE_INTEGER
        ? say(`paling kecil ${least}`, `of at least ${least}`)
        : say(`dari ${least} sampai ${most}`, `from ${least} to ${most}`)
    throw new InvalidArgumentError(
      say(`Isi bilangan bulat ${range}.`, `Give a whole number ${range}.`),
    )
  }
}
