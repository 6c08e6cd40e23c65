export type FieldType = 'int' | 'bool' | 'text' | 'list'

/** What a rule may ask about; the words of it are the catalogue's business. */
export interface FieldSpec {
  readonly type: FieldType
  /** Closed list of values of a text or list field; absent: any. */
  readonly values?: readonly string[]
}

/** The names that a rule text may use. */
export interface Vocabulary {
  /** Facts of the subject: the family, or the person with the facts of the family. */
  readonly fields: Readonly<Record<string, FieldSpec>>
  /** Facts of each member; absent: the rule cannot speak of members. */
  readonly members?: Readonly<Record<string, FieldSpec>>
  /** Values of the day, by name; whole numbers or texts. */
  readonly params?: Readonly<Record<string, number | string>>
}
