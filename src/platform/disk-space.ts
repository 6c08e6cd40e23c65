import { existsSync, statfsSync } from 'node:fs'
import path from 'node:path'

/** Under this a run of the lists or a backup may not fit. */
export const leastFreeBytes = 1_000_000_000

/** Free bytes for this user on the disk of a folder, or of the nearest one above it that exists. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(nearestFolder(folder))
  return bavail * bsize
}

/** The folder itself, or the nearest one above it that exists. */
export function nearestFolder(folder: string): string {
  let nearest = path.resolve(folder)
  while (!existsSync(nearest)) nearest = path.dirname(nearest)
  return nearest
}
