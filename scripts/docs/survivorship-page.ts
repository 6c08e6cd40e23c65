import { survivorship } from '../../src/registry/survivorship/trust.ts'

/** Which list is believed for which field, as a page. */
export function survivorshipPage(): string {
  const { version, from, weights, orders, otherwise } = survivorship
  const rows = orders.map(
    ({ fields, lists, staleAfterYears, reason }) =>
      `| ${fields.join(', ')} | ${lists.join(' > ')} | ${staleAfterYears ?? ''} | ${reason.en} |`,
  )
  return `# Which list is believed

Generated from \`src/registry/survivorship/survivorship.yaml\`, version ${version}, in force from ${from}.

What an officer wrote by hand stands above all lists. Else each row weighs by the place of its list
(${weights.join(', ')}), rows that say the same add up, and the heaviest value survives; the others stay
beside it. A birth date and a NIK that tell the same day support each other. Of what weighs the same the
better believed list wins, then the row that speaks of the later day; the order of files and rows decides
nothing. A row that many years older than the newest one that tells the field stands with the lists that
are not named.

| fields | lists, best first | stale after years | why |
| --- | --- | --- | --- |
${rows.join('\n')}
| all others | ${otherwise.join(' > ')} | | |
`
}
