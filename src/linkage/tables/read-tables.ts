import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Batch } from '#platform/duckdb'
import { AppError } from '#platform/errors'
import { type SharedInt32, sharedInt32 } from '../kernel/shared-arrays.ts'

/** A column as the files write it: a code a record (-1 for nothing) and the text of each code. */
export interface TextColumn {
  readonly name: string
  readonly codes: Int32Array
  readonly texts: readonly string[]
}

/** Table with the number, source and id of each record, left in the batch. */
export const recordKeyTable = 'record_key'

/** Records of all files, in an order that depends on what they say only. */
export interface LinkTable {
  readonly count: number
  /** Names of the files, ascending; each record's number stands in `sources`. */
  readonly sourceNames: readonly string[]
  readonly sources: SharedInt32
  readonly ids: readonly string[]
  readonly columns: readonly TextColumn[]
  /** The known answer, for the scorer alone. */
  readonly truth?: Int32Array
  /** Number of the cluster that an earlier linkage gave each record, -1 for a new one. */
  readonly earlier?: Int32Array
}

export interface TableFiles {
  readonly files: readonly string[]
  readonly idColumn: string
  readonly truthColumn?: string
  /** `source,id,cluster_id` of an earlier linkage. */
  readonly earlierClusters?: string
}

/**
 * Reads CSV and Parquet files with a header; columns of one name are one column.
 *
 * Every value is text, outer spaces off, empty is nothing: a number would lose leading zeros.
 *
 * @throws AppError `file-not-found`, `link-file-unreadable`, `link-no-rows`, `link-column-missing`,
 * `link-id-missing`, `link-id-twice`, `link-earlier-unreadable`.
 */
export async function readTables(batch: Batch, input: TableFiles): Promise<LinkTable> {
  const sources = nameSources(input.files)
  const headers = new Map<string, ReadonlyMap<string, string>>()
  for (const [name, file] of sources)
    headers.set(name, await openFile(batch, { name, file, input }))
  const sourceNames = [...sources.keys()]
  const columns = [...new Set([...headers.values()].flatMap((header) => [...header.keys()]))]
    .filter((column) => column !== input.idColumn && column !== input.truthColumn)
    .sort()
  await gatherRows(batch, { input, headers, columns })
  await refuseBadIds(batch, sourceNames, input.idColumn)
  return await readRecords(batch, { input, sourceNames, columns })
}

/** File by name, ascending; the whole path where two files have one name. */
function nameSources(files: readonly string[]): ReadonlyMap<string, string> {
  const isOnce = new Set(files.map((file) => basename(file))).size === new Set(files).size
  return new Map(
    [...new Set(files)]
      .map((file) => [isOnce ? basename(file) : file, file] as const)
      .sort(([left], [right]) => (left < right ? -1 : 1)),
  )
}

/** Makes the table of a file; its columns by their names without outer spaces. */
async function openFile(
  batch: Batch,
  {
    name,
    file,
    input,
  }: { readonly name: string; readonly file: string; readonly input: TableFiles },
): Promise<ReadonlyMap<string, string>> {
  const size = statSync(file, { throwIfNoEntry: false })?.size
  if (size === undefined) throw new AppError('file-not-found', { path: file })
  if (size === 0) throw new AppError('link-no-rows', { file: name })
  const path = literal(asPattern(file))
  const source = /\.parquet$/i.test(file)
    ? `read_parquet(${path})`
    : `read_csv(${path}, all_varchar = true, header = true, null_padding = true)`
  try {
    await batch.run([{ creates: tableOf(name), sql: `select * from ${source}` }])
  } catch (cause) {
    throw new AppError('link-file-unreadable', { file: name, reason: firstLine(cause) })
  }
  const described = await batch.read(`describe ${quoted(tableOf(name))}`)
  const header = new Map(
    described.map(({ column_name: column }) => [String(column).trim(), String(column)]),
  )
  for (const column of [input.idColumn, ...(input.truthColumn ? [input.truthColumn] : [])]) {
    if (header.has(column)) continue
    throw new AppError('link-column-missing', {
      file: name,
      column,
      columns: [...header.keys()].join(', '),
    })
  }
  const [first] = await batch.read(`select 1 as one from ${quoted(tableOf(name))} limit 1`)
  if (!first) throw new AppError('link-no-rows', { file: name })
  return header
}

/** The pattern that only this file fits: DuckDB takes a path for a pattern. */
function asPattern(file: string): string {
  return file.replace(/[*?[]/g, '[$&]')
}

function firstLine(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? ''
}

interface Gathering {
  readonly input: TableFiles
  readonly headers: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly columns: readonly string[]
}

async function gatherRows(batch: Batch, { input, headers, columns }: Gathering): Promise<void> {
  const selects = [...headers].map(([name, header], sourceNo) => {
    const value = (column: string | undefined) => {
      const written = column === undefined ? undefined : header.get(column)
      return written === undefined ? 'null' : `nullif(trim(${quoted(written)}::varchar), '')`
    }
    return `select ${sourceNo}::integer as source, (rowid + 1)::integer as row,
      ${value(input.idColumn)} as id, ${value(input.truthColumn)} as truth
      ${columns.map((column, no) => `, ${value(column)} as c${no}`).join('')}
      from ${quoted(tableOf(name))}`
  })
  await batch.run([{ creates: 'written', sql: selects.join('\nunion all\n') }])
  for (const name of headers.keys()) await batch.drop(tableOf(name))
}

async function refuseBadIds(
  batch: Batch,
  sourceNames: readonly string[],
  column: string,
): Promise<void> {
  const [rows] = await batch.read(
    'select count(*)::integer as rows, count(id)::integer as ids from written',
  )
  const named = ({ source }: { readonly source?: unknown }) => sourceNames[Number(source)] ?? ''
  if (rows?.rows !== rows?.ids) {
    const [lost] = await batch.read(
      `select source, min(row) as first, count(*)::integer as rows from written
        where id is null group by source order by source`,
    )
    throw new AppError('link-id-missing', {
      file: named(lost ?? {}),
      column,
      row: Number(lost?.first),
      rows: Number(lost?.rows),
    })
  }
  const [twice] = await batch.read(
    `select source, min(row) as first, max(row) as last from written
      group by source, id having count(*) > 1 order by source, first limit 1`,
  )
  if (!twice) return
  throw new AppError('link-id-twice', {
    file: named(twice),
    column,
    row: Number(twice.first),
    otherRow: Number(twice.last),
  })
}

interface Reading {
  readonly input: TableFiles
  readonly sourceNames: readonly string[]
  readonly columns: readonly string[]
}

/** How the number of an earlier cluster is found for a row of `written`. */
async function openEarlier(
  batch: Batch,
  file: string | undefined,
  sourceNames: readonly string[],
): Promise<{ readonly column: string; readonly join: string }> {
  if (file === undefined) return { column: '-1', join: '' }
  const names = `[${sourceNames.map(literal).join(', ')}]`
  try {
    await batch.run([
      {
        creates: 'earlier',
        // A number that is none fails: its row must not pass for a new one.
        sql: `select list_position(${names}, written.source) - 1 as source, written.id,
            min(written.cluster_id::integer) as cluster
          from read_csv(${literal(asPattern(file))}, all_varchar = true, header = true) written
          group by all`,
      },
    ])
  } catch (cause) {
    throw new AppError('link-earlier-unreadable', { folder: file, reason: firstLine(cause) })
  }
  return {
    column: 'coalesce(earlier.cluster, -1)',
    join: 'left join earlier on earlier.source = written.source and earlier.id = written.id',
  }
}

/** Numbers the values of each column and puts the records in order of these numbers. */
async function readRecords(
  batch: Batch,
  { input, sourceNames, columns }: Reading,
): Promise<LinkTable> {
  const valueColumns = [
    ...columns.map((_, no) => `c${no}`),
    ...(input.truthColumn ? ['truth'] : []),
  ]
  for (const column of valueColumns) {
    await batch.run([
      {
        creates: `distinct_${column}`,
        sql: `select value, (row_number() over (order by value) - 1)::integer as code
          from (select distinct ${column} as value from written where ${column} is not null)`,
      },
    ])
  }
  const codes = valueColumns.map((column) => `distinct_${column}.code as ${column}`)
  const joins = valueColumns.map(
    (column) => `left join distinct_${column} on written.${column} = distinct_${column}.value`,
  )
  const earlier = await openEarlier(batch, input.earlierClusters, sourceNames)
  await batch.run([
    {
      creates: 'record',
      sql: `select written.source, written.id, ${earlier.column} as earlier, ${codes.join(', ') || 'null as none'}
        from written ${[earlier.join, ...joins].join('\n')}
        order by ${[...columns.map((_, no) => `c${no} nulls last`), 'written.source', 'written.id'].join(', ')}`,
    },
  ])
  await batch.drop('written')
  const ids = await batch.readTexts('select id from record')
  const count = ids.length
  const sources = sharedInt32(count)
  const clusters = new Int32Array(count)
  const arrays = valueColumns.map(() => new Int32Array(count))
  await batch.readNumbers(
    `select ${['source', 'earlier', ...valueColumns].join(', ')} from record`,
    [sources, clusters, ...arrays],
  )
  // What stands in the files of results is put beside a record's number there, not here.
  await batch.run([
    {
      creates: recordKeyTable,
      sql: 'select rowid::integer as record, source, id from record',
    },
  ])
  await batch.drop('record')
  const read: TextColumn[] = []
  for (const [no, name] of columns.entries()) {
    const texts = await batch.readTexts(`select value from distinct_c${no} order by code`)
    read.push({ name, codes: arrays[no] ?? new Int32Array(count), texts })
    await batch.drop(`distinct_c${no}`)
  }
  const truth = input.truthColumn ? arrays.at(-1) : undefined
  return {
    count,
    sourceNames,
    sources,
    ids,
    columns: read,
    ...(truth ? { truth } : {}),
    ...(input.earlierClusters ? { earlier: clusters } : {}),
  }
}

function tableOf(name: string): string {
  return `file ${name}`
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
