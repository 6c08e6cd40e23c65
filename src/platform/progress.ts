/** Told to whoever watches long work; never carries personal data. */
export interface Progress {
  readonly stage: Stage
  /** 0 to 1 within the stage. */
  readonly share: number
  /** A count or a file name, in no language. */
  readonly detail?: string
}

export const stages = [
  'intake',
  'linkage',
  'registry',
  'ledger',
  'assessment',
  'programme',
  'partner',
  'allocation',
  'coordination',
  'store',
] as const
export type Stage = (typeof stages)[number]

export type OnProgress = (progress: Progress) => void
