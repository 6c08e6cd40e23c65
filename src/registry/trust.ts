import type { FieldName, Intake, IntakeRow, ListKind } from '#intake/schema'

/**
 * Which list to believe for a field, best first; lists not named come last, in file order.
 *
 * A first published rule. Civil registration knows births, deaths and moves; the national register
 * was matched with it; a survey saw the house; an aid list copies from others.
 */
const orders: readonly {
  readonly fields: readonly FieldName[]
  readonly kinds: readonly ListKind[]
  readonly why: string
}[] = [
  {
    fields: ['event', 'eventDate'],
    kinds: ['vital-events'],
    why: 'Deaths and moves are told by civil registration.',
  },
  {
    fields: ['name', 'nik', 'kk', 'birthDate', 'birthPrecision', 'sex'],
    kinds: ['vital-events', 'register-person', 'aid', 'disability', 'register-family'],
    why: 'Civil registration and what was matched with it, before lists that copy.',
  },
  {
    fields: [
      'floor',
      'wall',
      'roof',
      'floorCondition',
      'wallCondition',
      'roofCondition',
      'floorAreaM2',
      'occupants',
      'landTitle',
      'houseCondition',
    ],
    kinds: ['housing-survey', 'register-family', 'proposal'],
    why: 'A surveyor stood in the house.',
  },
  {
    fields: ['water', 'toilet', 'closet', 'wasteDisposal', 'wellToCesspitM', 'isWaterCustomer'],
    kinds: ['water-survey', 'housing-survey', 'register-family'],
    why: 'The water survey looked at tap and toilet.',
  },
  {
    fields: ['disability', 'disabilitySeverity'],
    kinds: ['disability', 'register-person'],
    why: 'The list of disabled persons names kind and degree.',
  },
  {
    fields: ['jknStatus', 'jknReason'],
    kinds: ['aid', 'proposal'],
    why: 'The list of insured members is the latest word.',
  },
  {
    fields: ['decile'],
    kinds: ['register-family'],
    why: 'The decile is set by BPS and only copied by others.',
  },
  {
    fields: ['ward', 'district', 'address', 'rt', 'rw'],
    kinds: [
      'register-family',
      'housing-survey',
      'water-survey',
      'register-person',
      'aid',
      'proposal',
    ],
    why: 'The register of families holds the place, surveys have been there.',
  },
]

const kindsByField = new Map<string, readonly ListKind[]>(
  orders.flatMap(({ fields, kinds }) => fields.map((field) => [field, kinds] as const)),
)
const otherwise: readonly ListKind[] = [
  'register-person',
  'register-family',
  'housing-survey',
  'water-survey',
  'disability',
  'aid',
  'proposal',
  'vital-events',
]

/** Place of a row in the order of belief for a field: 0 is believed first. */
export function trustPlace(intake: Intake, row: IntakeRow, field: string): number {
  const kinds = kindsByField.get(field) ?? otherwise
  const kind = intake.sheets[row.sheetNo]?.kind ?? 'other'
  const place = kinds.indexOf(kind)
  return place < 0 ? kinds.length : place
}
