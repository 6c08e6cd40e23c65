import { type Html, html } from '#platform/html'
import { probabilityOf, unitsPerBit } from '../score.ts'
import { shareBar } from './bars.ts'
import { folded, htmlTable } from './html-table.ts'
import { shown } from './mask-numbers.ts'
import type { ReportFacts } from './report-facts.ts'
import { rowName, rowValues } from './row-values.ts'
import type { Speaker } from './speaker.ts'
import type { ClusterTie } from './weakest-ties.ts'

/** Rows of one cluster that are shown. */
const mostRows = 12

/** How large the clusters are, and those to look at first. */
export function clustersSection(facts: ReportFacts, speaker: Speaker): Html {
  const { say, language } = speaker
  const { largest, doubtful, doubtfulPairs } = facts.notable
  const list = (name: string, heading: string, ties: readonly ClusterTie[]) =>
    ties.length === 0
      ? ''
      : html`<h3>${heading}</h3>
${ties.map((tie) => clusterHtml(facts, { tie, name }, speaker))}`
  return html`<section aria-labelledby="${language}-clusters"><h2 id="${language}-clusters">${say('Kelompok', 'Clusters')}</h2>
${sizesHtml(facts, speaker)}
${list('largest', say('Yang paling besar', 'The largest'), largest)}
${list('doubtful', say('Yang paling ragu, tiga baris atau lebih', 'The most doubtful of three rows or more'), doubtful)}
${list('pairs', say('Yang paling ragu, dua baris', 'The most doubtful of two rows'), doubtfulPairs)}
</section>`
}

const mostSizes = 20

function sizesHtml({ document, clusters }: ReportFacts, speaker: Speaker): Html {
  const { say, count, percent, language } = speaker
  const sizes = Object.entries(document.cluster_sizes).map(
    ([size, number]) => [Number(size), number] as const,
  )
  const most = Math.max(1, ...sizes.map(([, number]) => number))
  const rows = sizes
    .slice(0, mostSizes)
    .map(([size, number]) => [
      count(size),
      shareBar(number / most),
      count(number),
      percent(number / clusters),
      count(size * number),
    ])
  const rest = sizes.slice(mostSizes)
  if (rest.length > 0) {
    const number = rest.reduce((sum, [, held]) => sum + held, 0)
    const records = rest.reduce((sum, [size, held]) => sum + size * held, 0)
    rows.push([
      say(`${count(rest[0]?.[0] ?? 0)} atau lebih`, `${count(rest[0]?.[0] ?? 0)} or more`),
      shareBar(number / most),
      count(number),
      percent(number / clusters),
      count(records),
    ])
  }
  return htmlTable({
    id: `${language}-sizes-table`,
    caption: say('Banyaknya kelompok menurut besarnya', 'Clusters by size'),
    columns: [
      { words: say('Baris dalam kelompok', 'Rows in the cluster') },
      { words: say('Banyaknya', 'How many'), cells: 'bar' },
      { words: say('Kelompok', 'Clusters'), isNumber: true },
      { words: say('Bagian', 'Share'), isNumber: true },
      { words: say('Baris seluruhnya', 'Rows in all'), isNumber: true },
    ],
    groups: [{ rows }],
  })
}

function clusterHtml(
  { table, linkage }: ReportFacts,
  { tie, name }: { readonly tie: ClusterTie; readonly name: string },
  speaker: Speaker,
): Html {
  const { say, count, bits, ofHundred, language } = speaker
  const members: number[] = []
  linkage.rootOf.forEach((root, record) => {
    if (root === tie.root && members.length < mostRows) members.push(record)
  })
  const comparisons = linkage.settings.comparisons
  const rows = members.map((record) => [
    rowName(table, record),
    ...comparisons.map(({ input_columns: inputs }) => rowValues(table, record, inputs)),
  ])
  const hidden = tie.size - members.length
  const chance = ofHundred(probabilityOf(tie.tieBits * unitsPerBit))
  return folded(
    html`<strong>${rowName(table, tie.root)}</strong>: ${count(tie.size)} ${say('baris', 'rows')}, ${say('ikatan terlemah', 'weakest tie')} ${bits(tie.tieBits)} ${say('bit', 'bits')}`,
    html`<p>${say(
      `Ikatan terlemah: ${rowName(table, tie.left)} dan ${rowName(table, tie.right)}, ${bits(tie.tieBits)} bit. Dari pasangan dengan bukti sekuat itu, ${chance} memang orang yang sama.`,
      `Weakest tie: ${rowName(table, tie.left)} and ${rowName(table, tie.right)}, ${bits(tie.tieBits)} bits. Of pairs with such evidence ${chance} are one person.`,
    )}</p>
${htmlTable({
  id: `${language}-cluster-${name}-${tie.root}`,
  caption: say('Baris dalam kelompok ini', 'Rows of this cluster'),
  columns: [
    { words: 'id' },
    ...comparisons.map(({ output_column_name: output }) => ({ words: shown(output) })),
  ],
  groups: [{ rows }],
})}${
  hidden > 0
    ? html`<p>${say(`${count(hidden)} baris lagi ada di clusters.csv.`, `${count(hidden)} more rows are in clusters.csv.`)}</p>`
    : ''
}`,
  )
}
