import type { DuckDBConnection } from '@duckdb/node-api'

/** A named query that makes one table; a batch stage is a list of them, in order. */
export interface SqlStep {
  /** The table that it makes. */
  readonly creates: string
  /** A `select`; may name the tables of earlier steps. */
  readonly sql: string
}

/** A value as DuckDB hands it to us: 64-bit integers are numbers where they are safe. */
export type BatchValue = string | number | boolean | null | readonly BatchValue[]
export type BatchRow = Readonly<Record<string, BatchValue>>

/** A column of an input table, and what it says of a row. Null is unknown. */
export type InputColumn<Row> =
  | { readonly type: 'varchar'; readonly valueOf: (row: Row) => string | null }
  | { readonly type: 'integer'; readonly valueOf: (row: Row) => number | null }
  | { readonly type: 'boolean'; readonly valueOf: (row: Row) => boolean | null }

/** A table that the first steps read, made from rows of ours. */
export interface InputTable<Row> {
  readonly name: string
  /** By name, in their order in the table. */
  readonly columns: Readonly<Record<string, InputColumn<Row>>>
}

/** DuckDB in memory for one batch of work. Close it, or its memory stays. */
export interface Batch {
  /** Makes the input table, or makes it anew, with a line a row. */
  readonly load: <Row>(table: InputTable<Row>, rows: readonly Row[]) => Promise<void>
  /** Makes a table of 32-bit columns of one length. */
  readonly loadNumbers: (
    table: string,
    columns: Readonly<Record<string, Int32Array>>,
  ) => Promise<void>
  /** Runs the steps in order, each into a table of its own name. */
  readonly run: (steps: readonly SqlStep[]) => Promise<void>
  /** All rows of a query, in its order. */
  readonly read: (sql: string) => Promise<BatchRow[]>
  /** The one text column of a query, in its order; null is an empty text. */
  readonly readTexts: (sql: string) => Promise<string[]>
  /** The 32-bit columns of a query, each into the array given for it; null is -1. */
  readonly readNumbers: (sql: string, into: readonly Int32Array[]) => Promise<void>
  /** Writes the rows of a query to a Parquet file. */
  readonly writeParquet: (file: string, sql: string) => Promise<void>
  /** Frees a table that no later step reads. */
  readonly drop: (table: string) => Promise<void>
  readonly close: () => void
}

export interface BatchLimits {
  /** Megabytes before DuckDB spills to disk. */
  readonly memoryMb: number
  readonly threads: number
  /** Where DuckDB puts what memory does not hold; absent, work that needs more fails. */
  readonly spillFolder?: string
}

/** Starts DuckDB with nothing in it; it reaches neither the network nor extensions. */
export async function openBatch({ memoryMb, threads, spillFolder }: BatchLimits): Promise<Batch> {
  // Only a batch pays for the engine: a tenth of a second and 30 MB.
  const { BOOLEAN, DuckDBDataChunk, DuckDBInstance, INTEGER, VARCHAR } = await import(
    '@duckdb/node-api'
  )
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${memoryMb}MB`,
    threads: String(threads),
    ...(spillFolder === undefined ? {} : { temp_directory: spillFolder }),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    // Row order is part of a result: two machines must write the same file.
    preserve_insertion_order: 'true',
  })
  const connection = await instance.connect()
  return {
    async load(table, rows) {
      await connection.run(tableStatement(table))
      const columns = Object.values(table.columns)
      const types = columns.map(
        ({ type }) => ({ varchar: VARCHAR, integer: INTEGER, boolean: BOOLEAN })[type],
      )
      const appender = await connection.createAppender(table.name)
      try {
        for (let start = 0; start < rows.length; start += chunkRows) {
          const part = rows.slice(start, start + chunkRows)
          const chunk = DuckDBDataChunk.create(types, part.length)
          chunk.setColumns(columns.map((column) => columnValues(column, part)))
          appender.appendDataChunk(chunk)
        }
      } finally {
        appender.closeSync()
      }
    },
    async loadNumbers(table, columns) {
      const names = Object.keys(columns)
      const list = names.map((name) => `${quoteName(name)} integer`).join(', ')
      await connection.run(`create or replace table ${quoteName(table)} (${list})`)
      const arrays = Object.values(columns)
      const count = arrays[0]?.length ?? 0
      const types = arrays.map(() => INTEGER)
      const appender = await connection.createAppender(table)
      try {
        for (let start = 0; start < count; start += chunkRows) {
          const end = Math.min(count, start + chunkRows)
          const chunk = DuckDBDataChunk.create(types, end - start)
          chunk.setColumns(arrays.map((values) => Array.from(values.subarray(start, end))))
          appender.appendDataChunk(chunk)
        }
      } finally {
        appender.closeSync()
      }
    },
    async run(steps) {
      for (const step of steps) await connection.run(stepStatement(step))
    },
    read: (sql) => readRows(connection, sql),
    readTexts: (sql) => readTexts(connection, sql),
    readNumbers: (sql, into) => readNumbers(connection, sql, into),
    async writeParquet(file, sql) {
      await connection.run(
        `copy (${sql}) to '${file.replaceAll("'", "''")}' (format parquet, compression zstd)`,
      )
    },
    async drop(table) {
      await connection.run(`drop table ${quoteName(table)}`)
    },
    close() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

/** The statement of a step as it runs and as the documents print it. */
export function stepStatement({ creates, sql }: SqlStep): string {
  return `create or replace table ${quoteName(creates)} as\n${withoutIndent(sql).replace(/;$/, '')}`
}

/** SQL as it would stand at the left edge: the indent of a step's source is not part of it. */
function withoutIndent(sql: string): string {
  const lines = sql
    .trimEnd()
    .replace(/^\s*\n/, '')
    .split('\n')
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length)
  const indent = Math.min(...indents)
  return lines.map((line) => line.slice(indent)).join('\n')
}

/** Rows of a chunk: DuckDB takes no more at once. */
const chunkRows = 2048

function tableStatement<Row>({ name, columns }: InputTable<Row>): string {
  const list = Object.entries(columns).map(([column, { type }]) => `${quoteName(column)} ${type}`)
  return `create or replace table ${quoteName(name)} (${list.join(', ')})`
}

/** A number that the column would cut is refused. */
function columnValues<Row>(
  column: InputColumn<Row>,
  rows: readonly Row[],
): (string | number | boolean | null)[] {
  if (column.type !== 'integer') return rows.map((row) => column.valueOf(row))
  return rows.map((row) => {
    const value = column.valueOf(row)
    if (value !== null && value !== (value | 0)) {
      throw new RangeError(`not an integer of 32 bits: ${value}`)
    }
    return value
  })
}

/** Types that DuckDB hands out as text because a number may not hold them. */
const numberInText = /^(U?BIGINT|U?HUGEINT|DECIMAL\b.*)$/

async function readTexts(connection: DuckDBConnection, sql: string): Promise<string[]> {
  const result = await connection.stream(sql)
  const texts: string[] = []
  for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk()) {
    for (const value of chunk.getColumnValues(0)) texts.push(value === null ? '' : String(value))
  }
  return texts
}

async function readNumbers(
  connection: DuckDBConnection,
  sql: string,
  into: readonly Int32Array[],
): Promise<void> {
  const result = await connection.stream(sql)
  let start = 0
  for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk()) {
    const rows = chunk.rowCount
    for (const [place, column] of into.entries()) {
      const vector = chunk.getColumnVector(place)
      for (let row = 0; row < rows; row++) {
        const value = vector.getItem(row)
        column[start + row] = typeof value === 'number' ? value : -1
      }
    }
    start += rows
  }
}

async function readRows(connection: DuckDBConnection, sql: string): Promise<BatchRow[]> {
  const reader = await connection.runAndReadAll(sql)
  const types = reader.columnTypes().map(String)
  const names = reader.columnNames()
  return reader.getRowsJson().map((row) =>
    Object.fromEntries(
      names.map((name, column) => {
        const value = row[column] ?? null
        const isNumber = numberInText.test(types[column] ?? '') && typeof value === 'string'
        return [name, isNumber ? toNumber(value) : toBatchValue(value)]
      }),
    ),
  )
}

/** Whole numbers keep every digit or fail; a sum must not be rounded on the way. */
function toNumber(text: string): number {
  const value = Number(text)
  if (!text.includes('.') && !Number.isSafeInteger(value)) {
    throw new RangeError(`integer beyond 2^53: ${text}`)
  }
  return value
}

function toBatchValue(value: unknown): BatchValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return value
  if (Array.isArray(value)) return value.map(toBatchValue)
  throw new TypeError('a column of a batch result is a value or a list of values')
}

function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
