import type { ReadyProgramme } from './rules-in-force.ts'
import type { ProgrammeDecision } from './schema.ts'

/**
 * The second pass: help on record that closes a programme for the family, such as a house that was
 * rebuilt before. Apart from the conditions, so that the order of programmes changes nothing.
 *
 * @param onRecord programmes and givers of the family as the ledger names them.
 */
export function excludeEarlierAid(
  { programme, version }: ReadyProgramme,
  decision: ProgrammeDecision,
  onRecord: readonly string[],
): ProgrammeDecision {
  if (decision.isReceiving || decision.result === 'ineligible') return decision
  const earlier = onRecord.find((name) =>
    programme.exclusivity.earlierAid.some((word) =>
      name.toUpperCase().includes(word.toUpperCase()),
    ),
  )
  if (earlier === undefined) return decision
  const { amountRp: _amountRp, amountPeriod: _amountPeriod, ...rest } = decision
  const rule = `${programme.code}, ${version.from}, ${version.source}`
  return {
    ...rest,
    result: 'ineligible',
    reasonCode: 'earlier-aid',
    missing: [],
    outcomes: [
      { conditionId: 'earlier-aid', result: false, facts: [{ field: 'receives', value: earlier }] },
    ],
    reasonId: `Belum bisa mendapat ${programme.short.id} karena keluarga ini tercatat sudah dibantu ${earlier}. (${rule})`,
    reasonEn: `Cannot get ${programme.short.en} yet because the family was already helped by ${earlier}. (${rule})`,
  }
}
