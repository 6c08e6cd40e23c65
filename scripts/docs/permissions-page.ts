import { z } from 'zod'
import { type Action, incompatibleRoles, permissions, roles, usualClasses } from '#access'
import { pageHead, table } from './markdown.ts'
import { openApiDocument } from './openapi-document.ts'

const Document = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({ summary: z.string().optional(), 'x-action': z.string().optional() }),
    ),
  ),
})

/** Which role may do what, through which operations, on which classes of data. */
export async function permissionsPage(): Promise<string> {
  const { paths } = Document.parse(JSON.parse(await openApiDocument()))
  const operations = Object.entries(paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        action: operation['x-action'] ?? 'public',
        call: `${method.toUpperCase()} ${path}`,
        summary: operation.summary ?? '',
      })),
    )
    .toSorted((left, right) =>
      left.action < right.action ? -1 : left.action > right.action ? 1 : 0,
    )
  return `${pageHead('Who may do what', 'src/access/scope/roles.ts and the routes')}
A person holds grants: a role, where (districts and wards, or the whole city), whether only what the
own organisation has to do with, on which classes of data, for which purpose, from when to when. One
grant is in use at a time. The database shows the rows and fields of that grant and no others; the
table says which doors the role opens.

## Roles and actions

${table(['action', 'roles'], rolesByAction())}
## Operations

${table(
  ['action', 'operation', 'what it does'],
  operations.map(({ action, call, summary }) => [action, `\`${call}\``, summary]),
)}
## Classes of data that a role usually works with

${table(
  ['role', 'classes'],
  roles.map((role) => [role, usualClasses[role].join(', ')]),
)}
## Roles that one person does not hold together

${table(
  ['roles', 'why'],
  incompatibleRoles.map(({ roles: pair, en }) => [pair.join(' and '), en]),
)}`
}

function rolesByAction(): string[][] {
  const byAction = new Map<Action, string[]>()
  for (const role of roles) {
    for (const action of permissions[role]) {
      byAction.set(action, [...(byAction.get(action) ?? []), role])
    }
  }
  return [...byAction]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([action, held]) => [action, held.length === roles.length ? 'all' : held.join(', ')])
}
