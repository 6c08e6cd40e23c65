import { readFileSync } from 'node:fs'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * The order of test files. Those of the whole app come first: a long one at the end would run alone.
 * Those that need a browser's names come last and together: a worker that changes from one
 * environment to the other begins anew, with all that it has read and its stores.
 */
export class FileOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const longestFirst = await super.sort(files)
    return longestFirst.toSorted((a, b) => rankOf(a) - rankOf(b))
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  if (/@vitest-environment\s/.test(readFileSync(moduleId, 'utf8'))) return 2
  return moduleId.startsWith(`${import.meta.dirname}/`) ? 0 : 1
}
