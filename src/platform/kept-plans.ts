import { createHash } from 'node:crypto'
import {
  type KyselyPlugin,
  type PluginTransformQueryArgs,
  RawNode,
  type RootOperationNode,
  SelectModifierNode,
} from 'kysely'
import type pg from 'pg'
import type { Db } from './db.ts'

/**
 * Plans of a viewer's queries, kept by the connection.
 *
 * Row policies make planning dearer than reading: a family's page plans for 12 ms and reads for 3.
 * PostgreSQL keeps the plan of a statement that has a name. The name must tell which views the tables'
 * names lead to, or a connection that serves two viewers in turn plans each time anew; so the text of
 * the statement begins with a mark of the views, and the name is its hash.
 */

const markStart = '/* kept:'
/** Texts beyond these are made by the number of values, not written by a person: not worth keeping. */
const mostNames = 500
const longestText = 8000

/** The same store with the plans of its queries kept: for the few that every request asks. */
export function withKeptPlans(db: Db): Db {
  return db.withPlugin(keepPlans('public'))
}

/** A plugin that marks each query as one whose plan is kept, for readers of these views. */
export function keepPlans(views: string): KyselyPlugin {
  const mark = `${markStart}${views.replaceAll(/[^a-z_]+/g, ' ')} */`
  return {
    transformQuery: ({ node }: PluginTransformQueryArgs) => marked(node, mark),
    transformResult: async ({ result }) => result,
  }
}

function marked(node: RootOperationNode, mark: string): RootOperationNode {
  if (node.kind === 'SelectQueryNode') {
    const modifier = SelectModifierNode.createWithExpression(RawNode.createWithSql(mark))
    return { ...node, frontModifiers: [modifier, ...(node.frontModifiers ?? [])] }
  }
  if (node.kind !== 'RawNode') return node
  const [first = '', ...rest] = node.sqlFragments
  return { ...node, sqlFragments: [`${mark} ${first}`, ...rest] }
}

/** Gives the marked statements of a connection their names. */
export function nameMarkedStatements(client: pg.PoolClient): void {
  const query = client.query.bind(client)
  const { stream } = client.connection
  Reflect.set(client, 'query', (...args: readonly unknown[]) => {
    // What is asked in one turn leaves in one write.
    stream.cork()
    process.nextTick(() => stream.uncork())
    const [text, values] = args
    const name = args.length === 2 && typeof text === 'string' ? nameOf(text) : undefined
    return Reflect.apply(query, client, name === undefined ? args : [{ name, text, values }])
  })
}

const names = new Map<string, string>()

function nameOf(text: string): string | undefined {
  if (text.length > longestText || !text.slice(0, 60).includes(markStart)) return undefined
  const known = names.get(text)
  if (known !== undefined || names.size >= mostNames) return known
  const name = createHash('sha256').update(text).digest('base64url')
  names.set(text, name)
  return name
}
