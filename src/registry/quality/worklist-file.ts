import { toCsvRecords } from '#platform/csv'
import type { Db } from '#platform/db'
import type { Language } from '#platform/say-error'
import type { Secrets } from '#platform/secrets'
import { readInBatches } from '#platform/sql-cursor'
import { type XlsxValue, xlsxTable } from '#platform/xlsx'
import { toLine, type WorklistAsked, worklistRows } from './find-worklist.ts'
import type { WorklistLine } from './schema.ts'
import { sexWords, worklistHeadings, worklistWords } from './worklist-words.ts'

/** Rows held at a time. */
const batchRows = 250

export interface FileParts {
  readonly secrets: Secrets
  readonly language: Language
  readonly format: 'csv' | 'xlsx'
  /** Called with the lines of each batch before they leave. */
  readonly note: (lines: readonly WorklistLine[]) => Promise<void>
}

/** A whole worklist as a file, in the columns and words of the screen; numbers masked. */
export function worklistFile(
  scoped: Db,
  asked: WorklistAsked,
  { secrets, language, format, note }: FileParts,
): AsyncGenerator<string | Uint8Array> {
  async function* batches() {
    for await (const rows of readInBatches(scoped, worklistRows(scoped, asked), batchRows)) {
      const lines = rows.map((row) => toLine(row, secrets))
      await note(lines)
      yield lines.map((line) => toCells(line, language))
    }
  }
  const headings = worklistHeadings.map((words) => words[language])
  if (format === 'csv') return csvOf(headings, batches())
  return xlsxTable({ sheet: worklistWords[asked.code][language], headings, batches: batches() })
}

async function* csvOf(
  headings: readonly string[],
  batches: AsyncIterable<readonly (readonly XlsxValue[])[]>,
) {
  yield toCsvRecords([headings])
  for await (const rows of batches) yield toCsvRecords(rows)
}

function toCells(line: WorklistLine, language: Language): XlsxValue[] {
  const sexOf = (sex: WorklistLine['sex']) => (sex === null ? null : sexWords[sex][language])
  return [
    line.familyId,
    line.personId,
    line.name,
    line.headName,
    line.nikMasked,
    line.kkMasked,
    line.ward,
    line.wardName,
    line.rt,
    line.birthDate,
    line.nikBirth,
    sexOf(line.sex),
    sexOf(line.nikSex),
    line.dukcapilState,
    line.offices.filter((office) => office !== '').join('; '),
  ]
}
