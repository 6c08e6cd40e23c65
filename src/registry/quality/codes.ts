/**
 * What can be amiss with a record, most urgent first, and how grave it is.
 *
 * `error`: cannot be right. `warning`: two facts contradict each other. `block`: the records must not be
 * joined before somebody looked. `status`: not asked or not told yet. `note`: may well be right.
 * A NIK has no check digit: one without a finding is plausible, and only Dukcapil can confirm it.
 */
export const qualityCodes = [
  'nik-two-persons',
  'two-families',
  'dukcapil-differs',
  'nik-format',
  'nik-date-impossible',
  'nik-serial-zero',
  'nik-same-as-kk',
  'nik-birth-date-mismatch',
  'nik-sex-mismatch',
  'no-nik',
  'no-kk',
  'no-place',
  'not-confirmed',
  'nik-region-unknown',
  'nik-region-not-city',
] as const
export type QualityCode = (typeof qualityCodes)[number]

export const severities = ['block', 'error', 'warning', 'status', 'note'] as const
export type Severity = (typeof severities)[number]

export const severityOf: Readonly<Record<QualityCode, Severity>> = {
  'nik-two-persons': 'block',
  'two-families': 'block',
  'dukcapil-differs': 'error',
  'nik-format': 'error',
  'nik-date-impossible': 'error',
  'nik-serial-zero': 'error',
  'nik-same-as-kk': 'warning',
  'nik-birth-date-mismatch': 'warning',
  'nik-sex-mismatch': 'warning',
  'no-nik': 'status',
  'no-kk': 'status',
  'no-place': 'status',
  'not-confirmed': 'status',
  'nik-region-unknown': 'warning',
  'nik-region-not-city': 'note',
}

/** The four criteria of a sound record. */
export const criteria = ['unique', 'confirmed', 'one-family', 'complete'] as const
export type Criterion = (typeof criteria)[number]
