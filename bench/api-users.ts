/**
 * Users of the API, in a process of their own, for `api.ts`: each asks, reads for a second, asks again.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'

export const kinds = ['search', 'family', 'list'] as const
type Kind = (typeof kinds)[number]

/** What the users need to know. */
export const Visit = z.object({
  base: z.string(),
  seconds: z.number(),
  cookies: z.array(z.string()),
  names: z.array(z.string()),
  familyIds: z.array(z.string()),
})
export type Visit = z.infer<typeof Visit>

/** How long each answer took, in milliseconds. */
export const VisitTimes = z.record(z.enum(kinds), z.array(z.number()))
export type VisitTimes = z.infer<typeof VisitTimes>

const thinkMs = 1000

process.once('message', async (message) => {
  process.send?.(await visit(Visit.parse(message)))
  process.disconnect()
})

async function visit(plan: Visit): Promise<VisitTimes> {
  const timesMs: Record<Kind, number[]> = { search: [], family: [], list: [] }
  await ask(plan, 0, 'search', 0) // makes the index of names
  const endMs = performance.now() + plan.seconds * 1000
  await Promise.all(
    plan.cookies.map(async (_, no) => {
      await sleep((no * thinkMs) / plan.cookies.length)
      for (let turn = no; performance.now() < endMs; turn += 7) {
        const kind = kindOf(turn)
        const startMs = performance.now()
        await ask(plan, no, kind, turn)
        timesMs[kind].push(performance.now() - startMs)
        await sleep(thinkMs)
      }
    }),
  )
  return timesMs
}

function kindOf(turn: number): Kind {
  const place = turn % 10
  return place < 3 ? 'search' : place < 7 ? 'family' : 'list'
}

async function ask(plan: Visit, userNo: number, kind: Kind, turn: number): Promise<void> {
  const { base, names, familyIds } = plan
  const cookie = plan.cookies[userNo] ?? ''
  const pick = (values: readonly string[]) => values[(turn * 37) % values.length] ?? ''
  const answer =
    kind === 'family'
      ? await fetch(`${base}/api/v1/families/${pick(familyIds)}`, { headers: { cookie } })
      : await fetch(`${base}/api/v1/families/search`, {
          method: 'POST',
          headers: { cookie, 'content-type': 'application/json' },
          body: JSON.stringify(
            kind === 'search'
              ? { q: pick(names) }
              : { sector: turn % 2 === 0 ? 'health' : 'housing' },
          ),
        })
  await answer.text()
  // A family outside the district is not there for its officer.
  if (!answer.ok && answer.status !== 404) throw new Error(`${kind} answered ${answer.status}`)
}
