import type { IsoDate } from '#platform/dates'

/** What Dukcapil can say of a record: it is as ours, is not, or its person died, moved or stands twice. */
export const answeredStates = ['padan', 'tidak_padan', 'meninggal', 'pindah', 'ganda'] as const
export type AnsweredState = (typeof answeredStates)[number]

/** A record with the state of nobody having asked. */
export const dukcapilStates = ['belum_dicek', ...answeredStates] as const

/** What is asked about one record. */
export interface DukcapilQuestion {
  /** 16 digits. */
  readonly nik: string
  readonly name: string
  readonly birthDate: IsoDate
  /** As the lists write it; absent where none tells it. */
  readonly address?: string
}

export interface DukcapilAnswer {
  readonly state: AnsweredState
  /** Whether the address is as Dukcapil has it; many agreements do not cover it. */
  readonly address: 'same' | 'different' | 'not-told'
}

/**
 * Dukcapil's verification service, as an office with an agreement reaches it. There is none without
 * one: a record that nobody could ask about stays unasked, and no answer is ever worked out here.
 */
export interface DukcapilService {
  /** Stands with each answer: which service gave it. */
  readonly name: string
  /**
   * One entry a question, in their order; undefined where this record got no answer.
   *
   * @throws AppError `dukcapil-unreachable`, `dukcapil-answer-invalid`; then nothing was answered.
   */
  readonly check: (
    questions: readonly DukcapilQuestion[],
    signal: AbortSignal,
  ) => Promise<readonly (DukcapilAnswer | undefined)[]>
}
