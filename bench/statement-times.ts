import pg from 'pg'

/** What a statement of the search route is for. */
const purposes = [
  ['session', /from "session"/],
  ['rights', /from "role_grant"/],
  ['stamp', /max\(read_at\)/],
  ['viewer', /set_config\(/],
  ['audit', /audit_event/],
  ['begin', /^(begin|start transaction)/i],
  ['commit', /^commit/i],
] as const

/** Milliseconds from sending a statement to its answer, by what it is for. */
export interface StatementTimes {
  /** Of all statements since the last call. */
  readonly take: () => Map<string, number>
}

/** Times each statement that this process sends from now on; call it before the store is opened. */
export function timeStatements(): StatementTimes {
  let times = new Map<string, number>()
  const send = pg.Client.prototype.query
  Reflect.set(
    pg.Client.prototype,
    'query',
    function timed(this: pg.Client, ...args: readonly unknown[]) {
      const [first] = args
      const startMs = performance.now()
      const answer: unknown = Reflect.apply(send, this, args)
      if (answer instanceof Promise) {
        const note = () => {
          const purpose = purposeOf(textOf(first))
          times.set(purpose, (times.get(purpose) ?? 0) + performance.now() - startMs)
        }
        answer.then(note, note)
      }
      return answer
    },
  )
  return {
    take: () => {
      const taken = times
      times = new Map()
      return taken
    },
  }
}

function textOf(query: unknown): string {
  if (typeof query === 'string') return query
  return typeof query === 'object' && query !== null && 'text' in query ? String(query.text) : ''
}

function purposeOf(text: string): string {
  return purposes.find(([, pattern]) => pattern.test(text))?.[0] ?? 'fetch'
}
