import { normaliseName } from '#linkage'

/** Folded words of a name in alphabetical order, titles left out: what a search compares. */
export function searchName(name: string): string {
  return [...normaliseName(name).tokens].sort().join(' ')
}
