import { normaliseName } from '#linkage'

/** A name as some rows write it, with the weight of those rows. */
export interface WrittenName {
  readonly name: string
  readonly weight: number
}

/**
 * Place of the name to show: the best supported spelling of the fullest name.
 *
 * A shortened form ("Satima L.", "Satima") supports the full one ("Satima Lestari"), and a nickname is
 * shown only where nothing else is known. Spellings that sound alike support one another; among them
 * the heavier one is shown.
 */
export function chooseName(written: readonly WrittenName[]): number {
  const forms = written.map(({ name, weight }) => ({ weight, ...normaliseName(name) }))
  let best = 0
  let most = Number.NEGATIVE_INFINITY
  forms.forEach((form, place) => {
    let support = form.weight
    forms.forEach((other, otherPlace) => {
      if (otherPlace === place || other.isNickname) return
      if (isSameName(form.tokens, other.tokens)) support += other.weight / 2
      else if (isShortFormOf(other.tokens, form.tokens)) support += other.weight
    })
    if (form.isNickname) support -= 100
    if (support > most) {
      most = support
      best = place
    }
  })
  return best
}

function isSameName(left: readonly string[], right: readonly string[]): boolean {
  return [...left].sort().join(' ') === [...right].sort().join(' ')
}

/** Each word of the short form is a word of the full one, or its first letter; some word is cut or left out. */
function isShortFormOf(short: readonly string[], full: readonly string[]): boolean {
  if (short.length === 0 || short.length > full.length) return false
  const free = [...full]
  for (const word of short) {
    const at = free.findIndex(
      (other) => other === word || (word.length === 1 && other.startsWith(word)),
    )
    if (at < 0) return false
    free.splice(at, 1)
  }
  return short.join('').length < full.join('').length
}
