import type { Intake, IntakeRow } from '#intake/schema'
import type { Secrets } from '#platform/secrets'
import type { Family, Person, Register, ValueOrigin } from '../schema.ts'

/** What a register says of one person or family, as a keyed hash. */
export interface SubjectContent {
  readonly kind: 'person' | 'family'
  readonly subjectId: string
  /** Of a family itself. */
  readonly familyId: string
  readonly hmac: Uint8Array
}

/**
 * The content of every person and family. It is the same for two registers that say the same of it by
 * the same rows, however the rows are numbered.
 */
export function contentsOf(
  { persons, families }: Register,
  intake: Intake,
  secrets: Secrets,
): Map<string, SubjectContent> {
  const sheetTexts = intake.sheets.map(({ file, sheet, kind, title, provider, period }) =>
    JSON.stringify([file, sheet, kind, title, provider, period]),
  )
  const refText = (rowNo: number): string => {
    const row = intake.rows[rowNo]
    return row ? `${sheetTexts[row.sheetNo]} ${row.ref.row}` : ''
  }
  const rowText = (rowNo: number): string => {
    const row: IntakeRow | undefined = intake.rows[rowNo]
    return row ? `${refText(rowNo)} ${JSON.stringify(row.fields)}` : ''
  }
  const contents = new Map<string, SubjectContent>()
  for (const person of persons) {
    const { personId, familyId } = person
    const text = personText(person, refText, rowText)
    const hmac = secrets.textHmacOf('person-version', text)
    contents.set(personId, { kind: 'person', subjectId: personId, familyId, hmac })
  }
  for (const family of families) {
    const { familyId } = family
    const hmac = secrets.textHmacOf('family-version', familyText(family, refText))
    contents.set(familyId, { kind: 'family', subjectId: familyId, familyId, hmac })
  }
  return contents
}

type TextOf = (rowNo: number) => string

function personText(person: Person, refText: TextOf, rowText: TextOf): string {
  const { rowNos, origins, ...fields } = person
  return JSON.stringify([fields, originTexts(origins, refText), rowNos.map(rowText)])
}

/** The rows of a family stand with its members. */
function familyText(family: Family, refText: TextOf): string {
  const { rowNos: _rowNos, origins, ...fields } = family
  return JSON.stringify([fields, originTexts(origins, refText)])
}

function originTexts(origins: readonly ValueOrigin[], refText: TextOf) {
  return origins.map(({ field, rowNo, otherRowNos }) => [
    field,
    refText(rowNo),
    otherRowNos.map(refText),
  ])
}
