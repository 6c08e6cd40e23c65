import * as XLSX from '@e965/xlsx'
import { attributeOf, prefixOf, readEntities, withoutPrefix } from './xml-text.ts'

/** A sheet as the workbook lists it. */
export interface BookSheet {
  readonly name: string
  readonly part: string
  readonly isHidden: boolean
}

export interface Book {
  readonly sheets: readonly BookSheet[]
  /** Days count from 1904, as on old Macintoshes. */
  readonly is1904: boolean
}

/** The sheets that a workbook names, in its order. */
export function readBook(bookXml: string, relationsXml: string): Book {
  const book = withoutPrefix(bookXml, prefixOf(bookXml, 'workbook'))
  const targets = new Map<string, string>()
  for (const [tag] of relationsXml.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    const id = attributeOf(tag, 'Id')
    const target = attributeOf(tag, 'Target')
    if (id && target) targets.set(id, partOf(target))
  }
  const sheets = [...book.matchAll(/<sheet\s[^>]*>/g)].flatMap(([tag]): BookSheet[] => {
    const id = /\s\w+:id\s*=\s*["']([^"']+)["']/.exec(tag)?.[1]
    const part = targets.get(id ?? '')
    const state = attributeOf(tag, 'state')
    const isHidden = state === 'hidden' || state === 'veryHidden'
    return part ? [{ name: attributeOf(tag, 'name') ?? '', part, isHidden }] : []
  })
  const is1904 = /<workbookPr\s[^>]*date1904\s*=\s*["'](?:1|true)["']/.test(book)
  return { sheets, is1904 }
}

/** `worksheets/sheet1.xml`, also from the root or with a step back, as a part of the zip. */
function partOf(target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  return target.startsWith('../') ? target.slice(3) : `xl/${target}`
}

const slash = 0x2f

/** The shared texts of a workbook; runs of one text are joined, its reading aid is left out. */
export function readTexts(xml: string): string[] {
  const plain = withoutPrefix(xml, prefixOf(xml, 'sst'))
  const texts: string[] = []
  let at = 0
  for (;;) {
    const start = plain.indexOf('<si', at)
    const open = start < 0 ? -1 : plain.indexOf('>', start)
    if (open < 0) return texts
    if (plain.charCodeAt(open - 1) === slash) {
      texts.push('')
      at = open + 1
      continue
    }
    const end = plain.indexOf('</si>', open)
    if (end < 0) return texts
    texts.push(joinRuns(plain.slice(open + 1, end)))
    at = end + 5
  }
}

const textRun = /<t(?:\s[^>]*)?>([^<]*)<\/t>/g

/** The text between `<t>` and `</t>`, of all runs together. */
export function joinRuns(xml: string): string {
  const body = xml.includes('<rPh') ? xml.replace(/<rPh[\s\S]*?<\/rPh>/g, '') : xml
  let text = ''
  for (const [, run = ''] of body.matchAll(textRun)) text += readEntities(run)
  return text
}

/** How numbers of one style are shown. */
export interface NumberForm {
  readonly form: string
  readonly isDate: boolean
  /** Shown as the digits that they are. */
  readonly isPlain: boolean
}

const plainForm: NumberForm = { form: 'General', isDate: false, isPlain: true }

const isDateForm: (form: string) => boolean = XLSX.SSF.is_date
const builtInForms: Readonly<Record<number, string>> = XLSX.SSF.get_table()
/** A number as a form shows it. */
export const showNumber: (form: string, value: number) => string = XLSX.SSF.format

/** The number forms of a workbook's styles, by the style's number. */
export function readForms(xml: string): NumberForm[] {
  const plain = withoutPrefix(xml, prefixOf(xml, 'styleSheet'))
  const own = new Map<number, string>()
  for (const [tag] of plain.matchAll(/<numFmt\s[^>]*>/g)) {
    own.set(Number(attributeOf(tag, 'numFmtId')), attributeOf(tag, 'formatCode') ?? '')
  }
  const styles = /<cellXfs[\s>][\s\S]*?<\/cellXfs>/.exec(plain)?.[0] ?? ''
  return [...styles.matchAll(/<xf(?:\s[^>]*)?\/?>/g)].map(([tag]) => {
    const id = Number(attributeOf(tag, 'numFmtId') ?? 0)
    const form = own.get(id) ?? builtInForms[id]
    if (form === undefined || form === '' || form === 'General' || form === '@') return plainForm
    return { form, isDate: isDateForm(form), isPlain: false }
  })
}
