import type { KeyState } from '#platform/store-key/key-state'
import type { Weakness } from '../finding.ts'

/** A change of the key that was begun and not ended: two keys are needed, and one may have leaked. */
export function keyWeaknesses({ rotation }: KeyState): Weakness[] {
  if (!rotation) return []
  const day = rotation.startedAt.slice(0, 10)
  return [
    {
      code: 'key-rotation-unfinished',
      group: 'safety',
      state: 'look',
      meaning: {
        id: `Penggantian kunci NIK yang dimulai ${day} belum selesai`,
        en: `The change of the NIK's key that began on ${day} is not done`,
      },
      remedy: {
        id: 'Jalankan betang key rotate sampai selesai',
        en: 'Run betang key rotate until it is done',
      },
    },
  ]
}
