import { type Html, html } from '#platform/html'
import { keptBelowBits } from '../link-table.ts'
import { columnChart } from './charts.ts'
import { folded, htmlTable } from './html-table.ts'
import type { ReportFacts } from './report-facts.ts'
import type { Speaker } from './speaker.ts'
import { wider } from './weight-bands.ts'

const mostColumns = 60

/** How strong the evidence of the kept pairs is, the threshold marked. */
export function pairsSection(facts: ReportFacts, speaker: Speaker): Html {
  const { say, count, bitsUnsigned, bitsLong, language, percent } = speaker
  const { thresholdBits, document, quality, joinedPairs } = facts
  const heading = html`<section aria-labelledby="${language}-pairs"><h2 id="${language}-pairs">${say('Kekuatan bukti pasangan', 'Strength of the pairs')}</h2>`
  if (facts.bands.length === 0) {
    return html`${heading}<p>${say('Tidak ada pasangan yang disimpan.', 'No pair was kept.')}</p></section>`
  }
  const width = [1, 2, 5, 10].find((wide) => facts.bands.length / wide <= mostColumns) ?? 20
  const bands = wider(facts.bands, width, thresholdBits)
  const isKnown = quality !== undefined
  const belowCount = document.pairs_kept - joinedPairs
  const columns = bands.map(({ lowBits, pairs, truePairs }) => {
    const solid = isKnown ? truePairs : lowBits >= thresholdBits ? pairs : 0
    return { x: lowBits, width, solid, outlined: pairs - solid }
  })
  const most = Math.max(...bands.map(({ pairs }) => pairs))
  const chart = columnChart(
    {
      id: `${language}-histogram`,
      title: say(
        `Banyaknya pasangan menurut bobot, per ${width} bit`,
        `Pairs by weight, in steps of ${bitsLong(width)}`,
      ),
      description: say(
        `${count(joinedPairs)} pasangan di atas ambang ${bitsLong(thresholdBits)}, ${count(belowCount)} di bawahnya; paling banyak ${count(most)} dalam satu langkah. Angkanya ada di tabel di bawah.`,
        `${count(joinedPairs)} pairs at the threshold of ${bitsLong(thresholdBits)} or over it, ${count(belowCount)} below; at most ${count(most)} in one step. The table below has the numbers.`,
      ),
    },
    {
      from: bands[0]?.lowBits ?? 0,
      to: bands.at(-1)?.highBits ?? 1,
      top: most,
      sayX: bitsUnsigned,
      sayY: count,
      xTitle: say('bobot, bit', 'weight, bits'),
      mark: { at: thresholdBits, words: say('ambang', 'threshold') },
    },
    columns,
  )
  const table = htmlTable({
    id: `${language}-histogram-table`,
    caption: say('Pasangan menurut bobot', 'Pairs by weight'),
    columns: [
      { words: say('Bit, dari', 'Bits, from') },
      { words: say('sampai kurang dari', 'to less than'), isNumber: true },
      { words: say('Pasangan', 'Pairs'), isNumber: true },
      { words: say('Perkiraan benar', 'Expected right'), isNumber: true },
      ...(isKnown ? [{ words: say('Benar', 'Right'), isNumber: true }] : []),
    ],
    groups: [
      {
        rows: bands.map(({ lowBits, highBits, pairs, truePairs, expected }) => [
          bitsUnsigned(lowBits),
          bitsUnsigned(highBits),
          count(pairs),
          pairs === 0 ? '–' : percent(expected / pairs),
          ...(isKnown ? [count(truePairs)] : []),
        ]),
      },
    ],
  })
  return html`${heading}
<p>${say(
    `${count(document.pairs_kept)} pasangan disimpan, yang bobotnya paling jauh ${bitsLong(keptBelowBits)} di bawah ambang; yang lebih lemah dibuang. Yang sedikit di bawah ambang patut dilihat orang.`,
    `${count(document.pairs_kept)} pairs were kept, down to ${bitsLong(keptBelowBits)} below the threshold; weaker ones were dropped. Those just below the threshold are worth a look by a person.`,
  )} ${
    isKnown
      ? say('Penuh: benar; berbingkai: keliru.', 'Solid: right; outlined: wrong.')
      : say(
          'Penuh: disatukan; berbingkai: di bawah ambang.',
          'Solid: joined; outlined: below the threshold.',
        )
  }</p>
${chart}
${folded(say('Tabel angka', 'Table of numbers'), table)}</section>`
}
