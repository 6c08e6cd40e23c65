import { mkdtempSync, rmSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { writeCsv } from '#platform/csv'
import { type Batch, openBatch } from '#platform/duckdb'
import { AppError } from '#platform/errors'
import type { Language } from '#platform/say-error'
import { closeStaging, moveOut, openStaging } from '#platform/staging-folder'
import { changedRows, numberClusters } from './cluster-numbers.ts'
import { readEarlierLinkage } from './earlier-linkage.ts'
import { linkReport } from './link-report.ts'
import { linkTable, type TableLinkage } from './link-table.ts'
import { type LinkQuality, measureQuality } from './measure-quality.ts'
import { describeLinkage, fewMatches } from './model-document.ts'
import { unitsPerBit } from './score.ts'
import { LinkSettings } from './settings/link-settings.ts'
import { type LinkTable, readTables, recordKeyTable } from './tables/read-tables.ts'

export interface LinkFilesRequest {
  /** CSV or Parquet, each with a header. */
  readonly files: readonly string[]
  readonly idColumn: string
  readonly out: string
  /** A settings document, YAML or JSON. */
  readonly settingsFile?: string
  /** Folder of an earlier run: its settings and weights are taken, its rows stay linked as they are. */
  readonly earlier?: string
  /** Column with the known answer; only the scorer reads it. */
  readonly truthColumn?: string
  /** The language that the report shows first; Indonesian where absent. */
  readonly language?: Language
}

export interface LinkFilesResult {
  readonly records: number
  readonly clusters: number
  readonly pairs: number
  /** Whether the lists show too few persons twice to learn from: weights are a guess then. */
  readonly isUntaught: boolean
  /** Pairs in blocks that were too large to be compared. */
  readonly skippedPairs: number
}

/**
 * Links the records of files and writes `clusters.csv`, with an earlier run `changes.csv`, `pairs.parquet`, `model.json`,
 * `timings.json`, `report.html` and, where the answer is known, `quality.json` to `out`.
 *
 * Files of an earlier run are replaced when all are written; what is refused leaves `out` as it was.
 * The same records in another order, or in files named in another order, give the same results.
 *
 * @throws AppError as `readTables` and `readEarlierLinkage`; `link-settings-invalid`,
 * `link-earlier-unfit` where no row of the earlier run stands in the files, `out-not-writable`.
 */
export async function linkFiles(request: LinkFilesRequest): Promise<LinkFilesResult> {
  const start = performance.now()
  const earlier = request.earlier ? await readEarlierLinkage(request.earlier) : undefined
  const given = request.settingsFile ? await readSettings(request.settingsFile) : earlier?.settings
  const spill = mkdtempSync(join(tmpdir(), 'betang-link-'))
  try {
    const keysFile = join(spill, 'keys.parquet')
    const table = await inBatch(spill, async (batch) => {
      const read = await readTables(batch, {
        ...request,
        ...(earlier ? { earlierClusters: earlier.clustersFile } : {}),
      })
      await batch.writeParquet(keysFile, `select * from ${recordKeyTable}`)
      return read
    })
    if (given) refuseUnknownColumns(given, table)
    if (request.earlier && !table.earlier?.some((cluster) => cluster >= 0)) {
      throw new AppError('link-earlier-unfit', { folder: request.earlier })
    }
    const readSeconds = (performance.now() - start) / 1000
    const staging = await openStaging(request.out)
    try {
      const linkage = await linkTable(table, { settings: given, model: earlier?.model })
      const clusters = numberClusters(linkage.rootOf, table.earlier)
      const quality = measureQuality(table, linkage)
      const seconds = () => ({
        read: readSeconds,
        ...linkage.seconds,
        all: (performance.now() - start) / 1000,
      })
      await inBatch(spill, (batch) =>
        writePairs(batch, { table, linkage, keysFile, file: join(staging, 'pairs.parquet') }),
      )
      await writeResults({ request, staging, table, linkage, clusters, quality, seconds })
      await moveOut(staging, request.out)
      // One of another run would speak of other links.
      for (const [file, isWritten] of [
        ['quality.json', quality],
        ['changes.csv', table.earlier],
      ] as const) {
        if (!isWritten) await rm(join(request.out, file), { force: true })
      }
      return {
        records: table.count,
        clusters: countRoots(linkage.rootOf),
        pairs: linkage.pairs.left.length,
        isUntaught: linkage.model.matchCount < fewMatches,
        skippedPairs: linkage.kernel.rules.reduce((sum, rule) => sum + rule.skippedPairs, 0),
      }
    } finally {
      await closeStaging(staging)
    }
  } finally {
    rmSync(spill, { recursive: true, force: true })
  }
}

/** DuckDB lives as long as it is needed: what it has held stays with the process until it is closed. */
async function inBatch<Result>(
  spillFolder: string,
  work: (batch: Batch) => Promise<Result>,
): Promise<Result> {
  const batch = await openBatch({ memoryMb: 500, threads: 2, spillFolder })
  try {
    return await work(batch)
  } finally {
    batch.close()
  }
}

interface Results {
  readonly request: LinkFilesRequest
  readonly staging: string
  readonly table: LinkTable
  readonly linkage: TableLinkage
  readonly clusters: Int32Array
  readonly quality: LinkQuality | undefined
  readonly seconds: () => Readonly<Record<string, number>>
}

async function writeResults({
  request,
  staging,
  table,
  linkage,
  clusters,
  quality,
  seconds,
}: Results): Promise<void> {
  const out = (name: string) => join(staging, name)
  await writeCsv(out('clusters.csv'), ['source', 'id', 'cluster_id'], clusterRows(table, clusters))
  if (table.earlier) {
    const changes = changedRows(table, clusters)
    await writeCsv(out('changes.csv'), ['source', 'id', 'cluster_id', 'change'], changes)
  }
  if (quality) await writeJson(out('quality.json'), quality)
  const document = describeLinkage(table, linkage)
  await writeJson(out('model.json'), document)
  const { language } = request
  await writeFile(out('report.html'), linkReport({ table, linkage, document, quality, language }))
  await writeJson(out('timings.json'), {
    seconds: seconds(),
    peak_memory_mb: Math.round(process.resourceUsage().maxRSS / 1000),
  })
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, undefined, 2)}\n`)
}

async function readSettings(file: string): Promise<LinkSettings> {
  let written: unknown
  try {
    written = parse(await readFile(file, 'utf8'))
  } catch {
    throw new AppError('link-settings-invalid', { file, path: '', fault: 'YAML, JSON' })
  }
  // The settings in model.json may be given as they stand there.
  const inModel = z.object({ settings: z.unknown() }).safeParse(written)
  const settings = LinkSettings.safeParse(inModel.success ? inModel.data.settings : written)
  if (settings.success) return settings.data
  const [issue] = settings.error.issues
  throw new AppError('link-settings-invalid', {
    file,
    path: issue?.path.join('.') ?? '',
    fault: issue?.message ?? '',
  })
}

/** @throws AppError `link-column-missing` for a column of the settings that no file has. */
function refuseUnknownColumns(settings: LinkSettings, table: LinkTable): void {
  const names = new Set(table.columns.map(({ name }) => name))
  for (const { input_columns: inputs } of settings.comparisons) {
    for (const column of inputs) {
      if (names.has(column)) continue
      throw new AppError('link-column-missing', {
        file: table.sourceNames.join(', '),
        column,
        columns: [...names].join(', '),
      })
    }
  }
}

function countRoots(rootOf: Int32Array): number {
  return rootOf.reduce((roots, root, record) => roots + (root === record ? 1 : 0), 0)
}

function* clusterRows(table: LinkTable, clusters: Int32Array) {
  for (let record = 0; record < table.count; record++) {
    yield [table.sourceNames[table.sources[record] ?? 0], table.ids[record], clusters[record]]
  }
}

async function writePairs(
  batch: Batch,
  {
    table: { sourceNames },
    linkage: { pairs },
    keysFile,
    file,
  }: {
    readonly table: LinkTable
    readonly linkage: TableLinkage
    readonly keysFile: string
    readonly file: string
  },
): Promise<void> {
  const { left, right, units } = pairs
  await batch.loadNumbers('pair', { left_record: left, right_record: right, units })
  const names = sourceNames.map((name) => `'${name.replaceAll("'", "''")}'`).join(', ')
  await batch.writeParquet(
    file,
    `select [${names}][one.source + 1] as left_source, one.id as left_id,
      [${names}][other.source + 1] as right_source, other.id as right_id,
      units / ${unitsPerBit}.0 as weight_bits,
      1 / (1 + pow(2, -units / ${unitsPerBit}.0)) as probability
    from pair join '${keysFile}' one on one.record = left_record
      join '${keysFile}' other on other.record = right_record
    order by units desc, left_record, right_record`,
  )
}
