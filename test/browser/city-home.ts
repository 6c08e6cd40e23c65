import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder in which the first browser story makes the sample city for all. */
    cityHome: string
  }
}

/** Vitest's global set-up: a place for the sample city, and its end. Makes nothing by itself. */
export default function prepare(project: TestProject): () => void {
  const home = mkdtempSync(path.join(tmpdir(), 'betang-city-'))
  project.provide('cityHome', home)
  return () => rmSync(home, { recursive: true, force: true })
}
