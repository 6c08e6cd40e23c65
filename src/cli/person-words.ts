import { say } from './language.ts'

/**
 * `1411 orang dalam 498 keluarga (1381 orang tinggal di kota, 30 meninggal atau pindah keluar)`: what a
 * register holds, and why the pictures of the city tell of fewer persons.
 *
 * @param here persons alive who did not move out.
 */
export function registerWords(persons: number, here: number, families: number): string {
  const all = `${persons} ${say('orang dalam', 'persons in')} ${families} ${say('keluarga', 'families')}`
  const gone = persons - here
  if (gone === 0) return all
  return `${all} (${say(
    `${here} orang tinggal di kota, ${gone} meninggal atau pindah keluar`,
    `${here} live in the city, ${gone} died or moved out`,
  )})`
}
