import { isCollection, isScalar, LineCounter, type Node, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { TextFault } from '#platform/errors'
import { nearestName } from './rule-language/rule-fault.ts'

/** A file that was read, or all that is wrong with it. */
export interface YamlReading<Shape> {
  readonly value: Shape | undefined
  readonly faults: readonly TextFault[]
  /** Line and column of a place in the file, of the nearest place above where it is absent. */
  readonly placeOf: (path: readonly PropertyKey[]) => {
    readonly line: number
    readonly column: number
  }
}

/** Reads YAML text into a shape; every fault has its line and column, and none hides another. */
export function readYaml<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
): YamlReading<z.infer<Schema>> {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: true })

  function placeOf(path: readonly PropertyKey[]) {
    for (let depth = path.length; depth > 0; depth--) {
      const node = nodeAt(document.contents, path.slice(0, depth))
      if (!node?.range) continue
      const { line, col } = lineCounter.linePos(node.range[0])
      // Inside quotes the text begins one column later.
      const isQuoted = isScalar(node) && String(node.type).startsWith('QUOTE')
      return { line, column: isQuoted ? col + 1 : col }
    }
    return { line: 1, column: 1 }
  }

  if (document.errors.length > 0) {
    const faults = document.errors.map(({ code, message, pos }) => {
      const { line, col } = lineCounter.linePos(pos[0])
      return {
        code: 'yaml-broken',
        file,
        line,
        column: col,
        hintId: `Susunan YAML rusak (${code}): ${message} Periksa takuk, titik dua dan tanda petik.`,
        hintEn: `The YAML is broken (${code}): ${message} Check indentation, colons and quotes.`,
      }
    })
    return { value: undefined, faults, placeOf }
  }

  const parsed = schema.safeParse(document.toJS())
  if (parsed.success) return { value: parsed.data, faults: [], placeOf }
  const isThere = (path: readonly PropertyKey[]) => nodeAt(document.contents, path) !== undefined
  const faults = parsed.error.issues.flatMap((issue) =>
    issueFaults(issue, { file, placeOf, isThere }),
  )
  return { value: undefined, faults, placeOf }
}

interface IssueContext {
  readonly file: string
  readonly placeOf: YamlReading<unknown>['placeOf']
  readonly isThere: (path: readonly PropertyKey[]) => boolean
}

function issueFaults(
  issue: z.core.$ZodIssue,
  { file, placeOf, isThere }: IssueContext,
): readonly TextFault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      code: 'key-unknown',
      file,
      ...placeOf([...issue.path, key]),
      ...keyHint(key),
    }))
  }
  const where = issue.path.map(String).join('.')
  const isAbsent = !isThere(issue.path)
  return [
    {
      code: isAbsent ? 'value-missing' : 'value-wrong',
      file,
      ...placeOf(issue.path),
      hintId: isAbsent
        ? `"${where}" belum diisi.`
        : `Isi "${where}" tidak sesuai: ${expectation(issue).id}.`,
      hintEn: isAbsent
        ? `"${where}" is not filled in.`
        : `The value of "${where}" does not fit: ${expectation(issue).en}.`,
    },
  ]
}

const knownKeys = [
  'code',
  'aliases',
  'names',
  'short',
  'sector',
  'indicator',
  'unit',
  'benefit',
  'nature',
  'paidEvery',
  'decidedBy',
  'responsible',
  'funding',
  'strategyInpres8',
  'strategyPermendagri53',
  'kindPermendagri53',
  'legal',
  'confidence',
  'source',
  'exclusivity',
  'earlierAid',
  'combinesWith',
  'checkedLater',
  'label',
  'readings',
  'value',
  'from',
  'to',
  'default',
  'versions',
  'version',
  'concerns',
  'conditions',
  'amount',
  'text',
  'onUnknown',
  'no',
  'change',
  'kind',
  'pay',
  'period',
  'cases',
  'when',
  'components',
  'maxMembers',
  'given',
  'title',
  'on',
  'with',
  'expect',
  'result',
  'reasonCode',
  'amountRp',
  'isAmountMinimum',
  'reasonId',
  'family',
  'person',
  'members',
  'mayHaveMoreMembers',
  'received',
  'note',
  'article',
  'id',
  'en',
]

function keyHint(key: string): { readonly hintId: string; readonly hintEn: string } {
  const near = nearestName(key, knownKeys)
  return {
    hintId: `Kunci "${key}" tidak dikenal di sini.${near ? ` Mungkin maksudnya "${near}"?` : ''}`,
    hintEn: `The key "${key}" is not known here.${near ? ` Did you mean "${near}"?` : ''}`,
  }
}

function expectation(issue: z.core.$ZodIssue): { readonly id: string; readonly en: string } {
  switch (issue.code) {
    case 'invalid_type':
      return { id: `harus ${issue.expected}`, en: `must be ${issue.expected}` }
    case 'invalid_value':
      return {
        id: `pilih salah satu: ${issue.values.join(', ')}`,
        en: `choose one of ${issue.values.join(', ')}`,
      }
    case 'custom':
      return {
        id: 'tanggal harus ada di kalender, seperti 2025-07-14',
        en: 'must be a real date, as 2025-07-14',
      }
    default:
      return { id: issue.message, en: issue.message }
  }
}

function nodeAt(root: Node | null, path: readonly PropertyKey[]): Node | undefined {
  let node: unknown = root
  for (const key of path) {
    if (!isCollection(node)) return undefined
    node = node.get(typeof key === 'symbol' ? key.description : key, true)
  }
  return isCollection(node) || isScalar(node) ? node : undefined
}
