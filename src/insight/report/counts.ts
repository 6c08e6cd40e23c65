/** `1.284`: a count as Indonesians write it. */
export function count(value: number): string {
  return Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, '.')
}

/** Counts under this are not told in shared views. */
export const smallCell = 10

/** The count, or "kurang dari 10" where so few could be recognised. */
export function sharedCount(value: number): string {
  return value > 0 && value < smallCell ? 'kurang dari 10' : count(value)
}
