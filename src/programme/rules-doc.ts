import type { Amount, Example, ParametersFile, Programme, RuleVersion } from './catalogue.ts'

/**
 * The catalogue as one Markdown page: each programme with who decides, its values and their sources,
 * its rules by time, and its examples. Same programmes, same text.
 */
export function rulesMarkdown(programmes: readonly Programme[]): string {
  const lines = [
    '# Rules of the programmes',
    '',
    `${programmes.length} programmes. Rules are dated data in \`programmes/\`; where sources disagree both values stand, and the one that refuses fewer families counts.`,
    '',
    '| code | programme | for | decided by | in force since |',
    '|---|---|---|---|---|',
    ...programmes.map(
      ({ code, names, unit, decidedBy, versions }) =>
        `| [${code}](#${code.toLowerCase()}) | ${cell(names.id)} | ${unit} | ${cell(decidedBy.en)} | ${firstDay(versions)} |`,
    ),
    ...programmes.flatMap(programmeLines),
  ]
  return `${lines.join('\n')}\n`
}

function firstDay(versions: readonly RuleVersion[]): string {
  return versions.map(({ from }) => from).toSorted()[0] ?? ''
}

function programmeLines(programme: Programme): readonly string[] {
  const { exclusivity } = programme
  return [
    '',
    `## ${programme.code}`,
    '',
    `**${programme.names.id}** (${programme.names.en}). ${programme.benefit.en}.`,
    '',
    `- Sector ${programme.sector}, need ${programme.indicator}, ${programme.nature}; one decision a ${programme.unit}.`,
    `- Decided by ${programme.decidedBy.en}; in the city: ${programme.responsible.en}. Funding: ${programme.funding.join(', ')}.`,
    `- Inpres 8/2025 strategy ${programme.strategyInpres8}; Permendagri 53/2020 strategy ${programme.strategyPermendagri53}, kind ${programme.kindPermendagri53}.`,
    ...programme.legal.map(
      ({ title, article, note }) =>
        `- Law: ${title}${article ? `, ${article}` : ''}${note ? ` (${note})` : ''}.`,
    ),
    `- Source: ${programme.source} (${programme.confidence.replace('-', ' ')}).`,
    ...(exclusivity.earlierAid.length > 0
      ? [`- Closed by earlier help on record: ${exclusivity.earlierAid.join(', ')}.`]
      : []),
    ...(exclusivity.combinesWith.length > 0
      ? [`- May come together with ${exclusivity.combinesWith.join(', ')}.`]
      : []),
    ...(exclusivity.note ? [`- ${exclusivity.note.en}`] : []),
    ...programme.checkedLater.map(({ en }) => `- Still checked by the agency: ${en}.`),
    ...parameterLines(programme.parameters),
    ...programme.versions.flatMap(versionLines),
    ...exampleLines(programme.examples.cases),
  ]
}

function parameterLines(parameters: ParametersFile): readonly string[] {
  const rows = Object.entries(parameters).flatMap(([name, { label, unit, readings }]) =>
    readings.map((reading) => {
      const { value, from, to, source } = reading
      const use = readings.some((other) => isPreferred(other, reading)) ? ' (not used)' : ''
      const time = to === undefined ? `since ${from}` : `${from} until ${to}`
      return `| \`${name}\` | ${cell(label.en)} | ${value} ${unit}${use} | ${time} | ${cell(source)} |`
    }),
  )
  if (rows.length === 0) return []
  return ['', '| value | what | amount | time | source |', '|---|---|---|---|---|', ...rows]
}

type Reading = ParametersFile[string]['readings'][number]

/** True when another reading of the same days is the one that counts. */
function isPreferred(other: Reading, reading: Reading): boolean {
  const isSameTime =
    (other.to === undefined || reading.from < other.to) &&
    (reading.to === undefined || other.from < reading.to)
  return other.default && !reading.default && isSameTime
}

function versionLines(version: RuleVersion): readonly string[] {
  return [
    '',
    `### Version ${version.version}, from ${version.from}${version.to ? ` until ${version.to}` : ''}`,
    '',
    `Source: ${version.source}.`,
    ...(version.concerns ? ['', `Asked of those for whom \`${version.concerns}\`.`] : []),
    '',
    '| condition | rule | law | when unknown |',
    '|---|---|---|---|',
    ...version.conditions.map(
      ({ id, text, label, legal, onUnknown }) =>
        `| ${id}: ${cell(label.en)} | \`${cell(text.replace(/\s+/g, ' '))}\` | ${cell(legal)} | ${onUnknown === 'ask' ? 'ask the family' : 'the agency checks'} |`,
    ),
    ...(version.amount ? ['', amountLine(version.amount)] : []),
  ]
}

function amountLine(amount: Amount): string {
  if (amount.kind === 'flat') return `Pays \`${amount.pay}\` (${amount.period}).`
  if (amount.kind === 'cases') {
    const cases = amount.cases.map(({ when, pay }) => `\`${pay}\` if \`${when}\``)
    return `Pays (${amount.period}) the first that holds: ${cases.join('; ')}.`
  }
  const parts = amount.components.map(({ when, pay }) => `\`${pay}\` if \`${when}\``)
  return `Pays (${amount.period}) for each member the highest of ${parts.join('; ')}; the highest \`${amount.maxMembers}\` members.`
}

function exampleLines(examples: readonly Example[]): readonly string[] {
  return [
    '',
    '| example | on | result |',
    '|---|---|---|',
    ...examples.map(({ title, on, expect }) => {
      const amount = expect.amountRp === undefined ? '' : `, Rp ${expect.amountRp}`
      const code = expect.reasonCode === undefined ? '' : ` (${expect.reasonCode})`
      return `| ${cell(title)} | ${on} | ${expect.result}${code}${amount} |`
    }),
  ]
}

/** A bar would end the cell, also inside code. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}
