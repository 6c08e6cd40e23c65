import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dashboardSteps } from '#insight'
import { type SqlStep, stepStatement } from '#platform/duckdb'
import { docComment } from './modules-page.ts'

const root = join(import.meta.dirname, '..', '..')

/** Batches of SQL steps, each with the folder in which its steps stand in files of their tables' names. */
const batches: readonly { readonly folder: string; readonly steps: readonly SqlStep[] }[] = [
  { folder: 'src/insight/dashboard', steps: dashboardSteps },
]

/** A page a step: what it makes and why, then the statement as it runs. By name under `sql/`. */
export function sqlPages(): Readonly<Record<string, () => string>> {
  return Object.fromEntries(
    batches.flatMap(({ folder, steps }) =>
      steps.map((step, no) => {
        const file = `${folder}/${step.creates.replaceAll('_', '-')}.ts`
        const place = `Step ${no + 1} of ${steps.length} in ${folder}.`
        return [`sql/${step.creates}.sql`, () => sqlPage(step, { file, place })]
      }),
    ),
  )
}

function sqlPage(step: SqlStep, { file, place }: { file: string; place: string }): string {
  const source = readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n')
  const comment = docComment(source.slice(source.indexOf('/**')))
  if (comment === undefined) throw new Error(`${file} does not say what its step makes`)
  const head = `Written by npm run gen from ${file}. Change it there.\n${place}\n\n${comment}`
  return `${head.replace(/^/gm, '-- ').replace(/ +$/gm, '')}\n\n${stepStatement(step)};\n`
}
