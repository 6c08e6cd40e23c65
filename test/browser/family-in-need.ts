import type { Page } from 'playwright-core'
import { z } from 'zod'

const Found = z.object({
  lines: z.array(z.object({ familyId: z.string(), headName: z.string() })).min(1),
})
const Family = z.object({
  grid: z.record(
    z.string(),
    z.array(
      z.object({
        state: z.string(),
        textId: z.string(),
        textEn: z.string(),
        facts: z.array(z.unknown()),
        points: z.array(z.unknown()),
      }),
    ),
  ),
})

interface FamilyInNeed {
  readonly familyId: string
  readonly headName: string
  /** The head's name with a letter left out of its longer word. */
  readonly misspelt: string
  /** Words of one of its needs, on the screen in Indonesian. */
  readonly need: string
  readonly needEn: string
}

/** The most urgent family with a longer name, asked of the server as the signed-in person. */
export async function findFamilyInNeed(page: Page): Promise<FamilyInNeed> {
  const answer = await page.request.post('/api/v1/families/search', { data: {} })
  for (const { familyId, headName } of Found.parse(await answer.json()).lines) {
    const misspelt = headName.replace(/(\p{L}{2})\p{L}(\p{L}{3,})/u, '$1$2')
    if (misspelt === headName) continue
    const family = await (await page.request.get(`/api/v1/families/${familyId}`)).json()
    const need = Object.values(Family.parse(family).grid)
      .flat()
      .find(
        ({ state, facts, points }) => state === 'lacks' && facts.length > 0 && points.length > 0,
      )
    if (!need) continue
    return { familyId, headName, misspelt, need: need.textId, needEn: need.textEn }
  }
  throw new Error('the sample city has no family in need with a longer name')
}
