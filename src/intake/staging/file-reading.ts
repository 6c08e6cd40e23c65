import { z } from 'zod'
import { listKinds } from '../schema.ts'
import { FileCounts, FileWarning, KnownCounts } from './schema.ts'
import type { StagedReading, StagedSheet } from './staged-reading.ts'

/** What `intake_file.reading` holds: the last reading in counts. */
export const FileReading = z.object({
  /** False while only the first rows of a long file are read. */
  isWhole: z.boolean(),
  rowsRead: z.number().int(),
  counts: FileCounts,
  /** By place of the sheet. */
  sheets: z.array(FileCounts),
  kinds: z.array(z.enum(listKinds)),
  /** Kind and programme of each list: what makes two files of an office the same list. */
  lists: z.array(z.string()).default([]),
  period: z.object({ from: z.string(), to: z.string() }).nullable(),
  known: KnownCounts.nullable(),
  warnings: z.array(FileWarning),
})
export type FileReading = z.infer<typeof FileReading>

/** The reading that a file holds; undefined while it was never read. */
export function findReading(stored: unknown): FileReading | undefined {
  const parsed = FileReading.safeParse(stored)
  return parsed.success ? parsed.data : undefined
}

/** How a reading stands in counts, without what other files and the register say. */
export function countReading({ sheets }: StagedReading, isWhole: boolean): FileReading {
  const bySheet = sheets.map(countSheet)
  const kinds = sheets.map(({ sheet }) => sheet.kind).filter((kind) => kind !== 'other')
  const periods = sheets.flatMap(({ sheet }) => sheet.period ?? [])
  const [first] = periods
  return {
    isWhole,
    rowsRead: sheets.reduce((sum, { cells }) => sum + cells.length, 0),
    counts: addCounts(bySheet),
    sheets: bySheet,
    kinds: [...new Set(kinds)],
    lists: [
      ...new Set(
        sheets
          .filter(({ sheet }) => sheet.kind !== 'other')
          .map(({ sheet }) => `${sheet.kind} ${sheet.programme ?? ''}`),
      ),
    ],
    period: first
      ? {
          from: periods.map(({ from }) => from).reduce((a, b) => (a < b ? a : b), first.from),
          to: periods.map(({ to }) => to).reduce((a, b) => (a > b ? a : b), first.to),
        }
      : null,
    known: null,
    warnings: [],
  }
}

function countSheet({ sheet: { account }, findings }: StagedSheet): FileCounts {
  const held = new Set<number>()
  const look = new Set<number>()
  let tidied = 0
  for (const { row, severity } of findings) {
    if (severity === 'held') held.add(row)
    else if (severity === 'look') look.add(row)
    else tidied++
  }
  for (const row of held) look.delete(row)
  const rows = account.data + account.quarantined
  return {
    rows,
    ready: rows - held.size - look.size,
    look: look.size,
    held: held.size,
    tidied,
    other: account.lastRow - rows,
  }
}

function addCounts(parts: readonly FileCounts[]): FileCounts {
  const sum = (name: keyof FileCounts) => parts.reduce((total, part) => total + part[name], 0)
  return {
    rows: sum('rows'),
    ready: sum('ready'),
    look: sum('look'),
    held: sum('held'),
    tidied: sum('tidied'),
    other: sum('other'),
  }
}
