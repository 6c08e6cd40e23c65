import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'

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

/** DuckDB in memory for one batch of work. Close it, or its memory stays. */
export interface Batch {
  /** Runs the steps in order, each into a table of its own name. */
  readonly run: (steps: readonly SqlStep[]) => Promise<void>
  /** All rows of a query, in its order. */
  readonly read: (sql: string) => Promise<BatchRow[]>
  /** Makes a table of a Parquet file. */
  readonly readParquet: (table: string, file: string) => Promise<void>
  /** Writes a table or query, in its order, and replaces the file whole. */
  readonly writeParquet: (source: string, file: string) => Promise<void>
  readonly close: () => void
}

export interface BatchLimits {
  /** Megabytes before DuckDB spills to disk. */
  readonly memoryMb: number
  readonly threads: number
}

/** Starts DuckDB with nothing in it; it reaches neither the network nor extensions. */
export async function openBatch({ memoryMb, threads }: BatchLimits): Promise<Batch> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${memoryMb}MB`,
    threads: String(threads),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    // Row order is part of a result: two machines must write the same file.
    preserve_insertion_order: 'true',
  })
  const connection = await instance.connect()
  return {
    async run(steps) {
      for (const step of steps) await connection.run(stepStatement(step))
    },
    read: (sql) => readRows(connection, sql),
    async readParquet(table, file) {
      await connection.run(
        `create or replace table ${quoteName(table)} as select * from read_parquet(${quoteText(file)})`,
      )
    },
    async writeParquet(source, file) {
      const query = /\s/.test(source.trim()) ? `(${source})` : quoteName(source)
      await connection.run(`copy ${query} to ${quoteText(file)} (format parquet, compression zstd)`)
    },
    close() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

/** The statement of a step as it runs and as the documents print it. */
export function stepStatement({ creates, sql }: SqlStep): string {
  return `create or replace table ${quoteName(creates)} as\n${sql.trim().replace(/;$/, '')}`
}

/** Types that DuckDB hands out as text because a number may not hold them. */
const numberInText = /^(U?BIGINT|U?HUGEINT|DECIMAL\b.*)$/

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

function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
