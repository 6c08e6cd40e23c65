import { type Html, html } from '#platform/html'
import type { LinkQuality, QualityFigures } from '../measure-quality.ts'
import { lineChart } from './charts.ts'
import { folded, htmlTable } from './html-table.ts'
import type { ReportFacts } from './report-facts.ts'
import type { Speaker } from './speaker.ts'
import type { WeightBand } from './weight-bands.ts'

/** How right the links are; nothing where the answer is not known. */
export function qualitySection(facts: ReportFacts, speaker: Speaker): Html {
  const { quality, thresholdBits } = facts
  if (!quality) return html``
  const { say, count, percent, bitsLong, language } = speaker
  const row = (words: string, { precision, recall, f1 }: QualityFigures) => [
    words,
    percent(precision),
    percent(recall),
    percent(f1),
  ]
  return html`<section aria-labelledby="${language}-quality"><h2 id="${language}-quality">${say('Mutu, dibandingkan dengan jawaban yang benar', 'Quality against the right answer')}</h2>
<p class="lead">${say(
    `Dari pasangan yang disatukan, ${percent(quality.precision)} benar; dari ${count(quality.true_pairs)} pasangan yang benar, ${percent(quality.recall)} ditemukan.`,
    `Of the joined pairs ${percent(quality.precision)} are right; of the ${count(quality.true_pairs)} right pairs ${percent(quality.recall)} were found.`,
  )}</p>
${htmlTable({
  id: `${language}-quality-table`,
  caption: say('Ketepatan dan kelengkapan', 'Precision and recall'),
  columns: [
    { words: say('Diukur pada', 'Measured on') },
    { words: say('Ketepatan (precision)', 'Precision'), isNumber: true },
    { words: say('Kelengkapan (recall)', 'Recall'), isNumber: true },
    { words: 'F1', isNumber: true },
  ],
  groups: [
    {
      rows: [
        row(say('pasangan di atas ambang', 'pairs over the threshold'), quality),
        row(say('pasangan dalam kelompok', 'pairs within clusters'), quality.clusters),
      ],
    },
  ],
})}
<p>${say(
    `Ambang terbaik, yang baru diketahui sesudah jawabannya ada: ${bitsLong(quality.best.threshold_bits)}, F1 ${percent(quality.best.f1)}; dipakai ${bitsLong(thresholdBits)}. Paling banyak ${percent(quality.recall_of_kept_pairs)} pasangan yang benar dapat ditemukan dengan ambang apa pun, karena selebihnya tidak dibandingkan atau tidak disimpan.`,
    `The best threshold, known only once the answer is: ${bitsLong(quality.best.threshold_bits)}, F1 ${percent(quality.best.f1)}; ${bitsLong(thresholdBits)} was used. No threshold finds more than ${percent(quality.recall_of_kept_pairs)} of the right pairs, since the rest was not compared or not kept.`,
  )}</p>
${thresholdsHtml(facts, quality, speaker)}
${calibrationHtml(facts, speaker)}</section>`
}

/** Precision, recall and F1 that each threshold would have given. */
function thresholdsHtml(
  { bands, thresholdBits }: ReportFacts,
  { true_pairs: truePairs }: LinkQuality,
  speaker: Speaker,
): Html {
  const { say, bitsUnsigned, percent, language } = speaker
  if (bands.length < 2) return html``
  const points: (QualityFigures & { readonly lowBits: number })[] = []
  let [pairs, right] = [0, 0]
  for (const band of [...bands].reverse()) {
    pairs += band.pairs
    right += band.truePairs
    points.unshift({
      lowBits: band.lowBits,
      precision: pairs === 0 ? 1 : right / pairs,
      recall: truePairs === 0 ? 1 : right / truePairs,
      f1: pairs + truePairs === 0 ? 1 : (2 * right) / (pairs + truePairs),
    })
  }
  const line = (key: keyof QualityFigures) =>
    points.map((point) => [point.lowBits, point[key]] as const)
  const precision = say('Ketepatan', 'Precision')
  const recall = say('Kelengkapan', 'Recall')
  const chart = lineChart(
    {
      id: `${language}-thresholds`,
      title: say(
        'Ketepatan, kelengkapan dan F1 menurut ambang',
        'Precision, recall and F1 by threshold',
      ),
      description: say(
        'Makin tinggi ambang, makin tepat dan makin tidak lengkap. Angkanya ada di tabel di bawah.',
        'The higher the threshold, the more precise and the less complete. The table below has the numbers.',
      ),
    },
    {
      from: points[0]?.lowBits ?? 0,
      to: points.at(-1)?.lowBits ?? 1,
      top: 1,
      sayX: bitsUnsigned,
      sayY: percent,
      xTitle: say('ambang, bit', 'threshold, bits'),
      mark: { at: thresholdBits, words: say('ambang yang dipakai', 'threshold used') },
    },
    [
      { name: precision, look: 'first', points: line('precision') },
      { name: recall, look: 'second', points: line('recall') },
      { name: 'F1', look: 'third', points: line('f1') },
    ],
  )
  const table = htmlTable({
    id: `${language}-thresholds-table`,
    caption: say('Mutu menurut ambang', 'Quality by threshold'),
    columns: [
      { words: say('Ambang, bit', 'Threshold, bits') },
      { words: precision, isNumber: true },
      { words: recall, isNumber: true },
      { words: 'F1', isNumber: true },
    ],
    groups: [
      {
        rows: points.map((point) => [
          bitsUnsigned(point.lowBits),
          percent(point.precision),
          percent(point.recall),
          percent(point.f1),
        ]),
      },
    ],
  })
  return html`<h3>${say('Kalau ambangnya lain', 'With another threshold')}</h3>
${chart}
${folded(say('Tabel angka', 'Table of numbers'), table)}`
}

/** Pairs that a share is told of; of fewer it would be chance. */
const fewestPairs = 30
/** Bits over the threshold from which all is one band. */
const sureBits = 12

/** Neighbouring bands joined until each holds enough pairs. */
function calibrationBands({ bands, thresholdBits }: ReportFacts): readonly WeightBand[] {
  const joined: WeightBand[] = []
  for (const band of bands) {
    const last = joined.at(-1)
    const isSure = last !== undefined && last.highBits > thresholdBits + sureBits
    if (!last || (last.pairs >= fewestPairs && !isSure)) joined.push(band)
    else joined.splice(-1, 1, addBands(last, band))
  }
  return joined.filter(({ pairs }) => pairs > 0)
}

function addBands(low: WeightBand, high: WeightBand): WeightBand {
  return {
    lowBits: low.lowBits,
    highBits: high.highBits,
    pairs: low.pairs + high.pairs,
    truePairs: low.truePairs + high.truePairs,
    expected: low.expected + high.expected,
  }
}

/** Whether what the model promises comes true. */
function calibrationHtml(facts: ReportFacts, speaker: Speaker): Html {
  const { say, count, percent, bitsUnsigned, language } = speaker
  const bands = calibrationBands(facts)
  if (bands.length === 0) return html``
  const expected = bands.map((band) => band.expected / band.pairs)
  const observed = bands.map((band) => band.truePairs / band.pairs)
  const along = (shares: readonly number[]) => shares.map((share, no) => [no, share] as const)
  const last = bands.length - 1
  const chart =
    bands.length < 2
      ? ''
      : lineChart(
          {
            id: `${language}-calibration`,
            title: say('Bagian yang benar menurut bobot', 'Share right by weight'),
            description: say(
              'Garis penuh: yang ternyata benar; garis putus-putus: yang dijanjikan model. Makin berimpit, makin dapat dipercaya. Angkanya ada di tabel di bawah.',
              'Solid line: what proved right; dashed line: what the model promises. The closer, the more it can be trusted. The table below has the numbers.',
            ),
          },
          {
            from: 0,
            to: last,
            top: 1,
            sayX: (no) => (Number.isInteger(no) ? bitsUnsigned(bands[no]?.lowBits ?? 0) : ''),
            sayY: percent,
            xTitle: say('bobot dari … bit', 'weight from … bits'),
          },
          [
            { name: say('Ternyata', 'Proved'), look: 'first', points: along(observed) },
            { name: say('Dijanjikan', 'Promised'), look: 'second', points: along(expected) },
          ],
        )
  return html`<h3>${say('Apakah peluangnya dapat dipercaya', 'Whether the probabilities can be trusted')}</h3>
${chart}
${htmlTable({
  id: `${language}-calibration-table`,
  caption: say('Kalibrasi: bagian yang benar menurut bobot', 'Calibration: share right by weight'),
  columns: [
    { words: say('Bit', 'Bits') },
    { words: say('Pasangan', 'Pairs'), isNumber: true },
    { words: say('Benar', 'Right'), isNumber: true },
    { words: say('Bagian benar', 'Share right'), isNumber: true },
    { words: say('Dijanjikan model', 'Promised by the model'), isNumber: true },
  ],
  groups: [
    {
      rows: bands.map((band, no) => [
        `${bitsUnsigned(band.lowBits)} – ${bitsUnsigned(band.highBits)}`,
        count(band.pairs),
        count(band.truePairs),
        percent(observed[no] ?? 0),
        percent(expected[no] ?? 0),
      ]),
    },
  ],
})}`
}
