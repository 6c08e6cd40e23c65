import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '#platform/errors'
import type { LinkModel } from './em.ts'
import { levelsByKind } from './kernel/levels.ts'
import { LinkSettings } from './settings/link-settings.ts'

/** What an earlier run left in its folder: by which settings and weights it linked, and what it found. */
export interface EarlierLinkage {
  readonly settings: LinkSettings
  readonly model: LinkModel
  /** `source,id,cluster_id` */
  readonly clustersFile: string
}

const share = z.number().nonnegative()

/** The part of `model.json` from which weights are made again. */
const document = z.object({
  settings: LinkSettings,
  comparisons: z.array(
    z.object({
      comparison_levels: z.array(
        z.object({
          m_probability: share,
          u_probability: share,
          household_probability: share,
        }),
      ),
    }),
  ),
  expected_pairs: z.object({
    one_person: z.number().positive(),
    household: z.number().positive(),
    strangers: z.number().positive(),
  }),
  iterations: z.int().nonnegative(),
})

/** @throws AppError `link-earlier-unreadable` where the folder does not hold the results of a linkage. */
export async function readEarlierLinkage(folder: string): Promise<EarlierLinkage> {
  const clustersFile = join(folder, 'clusters.csv')
  const modelFile = join(folder, 'model.json')
  for (const file of [clustersFile, modelFile]) {
    if (!existsSync(file)) throw new AppError('link-earlier-unreadable', { folder, reason: file })
  }
  const { settings, comparisons, expected_pairs: pairs, iterations } = await readModel(modelFile)
  const levelsFit = settings.comparisons.every(
    ({ kind }, place) =>
      comparisons[place]?.comparison_levels.length === levelsByKind[kind].length - 1,
  )
  if (!levelsFit) {
    throw new AppError('link-earlier-unreadable', { folder, reason: 'comparison_levels' })
  }
  const sharesBy = (name: 'm_probability' | 'u_probability' | 'household_probability') =>
    comparisons.map(({ comparison_levels: levels }) =>
      Float64Array.from([1, ...levels.map((level) => level[name])]),
    )
  return {
    settings,
    clustersFile,
    model: {
      m: sharesBy('m_probability'),
      u: sharesBy('u_probability'),
      h: sharesBy('household_probability'),
      matchCount: pairs.one_person,
      householdCount: pairs.household,
      strangerCount: pairs.strangers,
      iterations,
    },
  }
}

async function readModel(file: string): Promise<z.infer<typeof document>> {
  let written: unknown
  try {
    written = JSON.parse(await readFile(file, 'utf8'))
  } catch {
    throw new AppError('link-earlier-unreadable', { folder: file, reason: 'JSON' })
  }
  const read = document.safeParse(written)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new AppError('link-earlier-unreadable', {
    folder: file,
    reason: `${issue?.path.join('.')}: ${issue?.message}`,
  })
}
