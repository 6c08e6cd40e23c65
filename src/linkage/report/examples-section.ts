import { type Html, type HtmlPart, html } from '#platform/html'
import { levelsByKind } from '../kernel/levels.ts'
import { probabilityOf, unitsPerBit } from '../score.ts'
import { type StairScale, stairStep } from './bars.ts'
import type { ExampleKind, PairExample } from './choose-examples.ts'
import { htmlTable } from './html-table.ts'
import { shown } from './mask-numbers.ts'
import type { ReportFacts } from './report-facts.ts'
import { sayLevel } from './report-words.ts'
import { rowName, rowValues } from './row-values.ts'
import type { Speaker } from './speaker.ts'

/** How a few pairs were decided: both rows, and each comparison as a step of a staircase. */
export function examplesSection(facts: ReportFacts, speaker: Speaker): Html {
  const { say, language } = speaker
  if (facts.examples.length === 0) {
    return html`<section aria-labelledby="${language}-examples"><h2 id="${language}-examples">${say('Contoh', 'Examples')}</h2>
<p>${say('Tidak ada pasangan yang cukup mirip.', 'No pair was alike enough.')}</p></section>`
  }
  return html`<section aria-labelledby="${language}-examples"><h2 id="${language}-examples">${say('Contoh: bagaimana pasangan diputuskan', 'Examples: how pairs are decided')}</h2>
<p>${say(
    'Tangga mulai dari yang mungkin sebelum ada bukti: dua baris yang diambil acak hampir pasti orang berbeda, jadi jauh di kiri. Setiap fakta melangkah ke kanan (orang yang sama) atau ke kiri (orang berbeda). Garis putus-putus: ambang.',
    'The staircase starts at what is likely before any evidence: two rows taken at random are almost surely two persons, so far to the left. Each fact steps to the right (one person) or to the left (two). Dashed line: the threshold.',
  )}</p>
${facts.examples.map((example) => exampleHtml(facts, example, speaker))}</section>`
}

function headingOf(kind: ExampleKind, { say }: Speaker): string {
  switch (kind) {
    case 'sure':
      return say('Pasti disatukan', 'Surely joined')
    case 'above':
      return say('Paling dekat di atas ambang', 'Nearest above the threshold')
    case 'below':
      return say('Paling dekat di bawah ambang', 'Nearest below the threshold')
    case 'household':
      return say(
        'Ditolak: lebih mungkin anggota serumah',
        'Refused: more likely members of one household',
      )
    case 'cluster':
      return say(
        'Cukup mirip, tetapi ditentang baris lain',
        'Alike enough, but other rows speak against it',
      )
  }
}

interface Step {
  readonly place: number
  readonly name: string
  readonly found: string
  readonly bits: number
  readonly otherBits: number
}

function exampleHtml(facts: ReportFacts, example: PairExample, speaker: Speaker): Html {
  const { say, bits, ofHundred, language } = speaker
  const { table, linkage, thresholdBits } = facts
  const { kind, left, right, isHousehold, strangerBits, householdBits, isSameCluster } = example
  const steps = stepsOf(facts, example, speaker)
  const { priorStranger, priorHousehold } = linkage.weights
  const start = (isHousehold ? priorHousehold : priorStranger) / unitsPerBit
  const otherStart = (isHousehold ? priorStranger : priorHousehold) / unitsPerBit
  const total = isHousehold ? householdBits : strangerBits
  const stands = [start]
  for (const step of steps) stands.push((stands.at(-1) ?? 0) + step.bits)
  const scale: StairScale = {
    lowBits: Math.min(0, thresholdBits, ...stands) - 1,
    highBits: Math.max(0, thresholdBits, ...stands) + 1,
    thresholdBits,
  }
  const inputs = linkage.settings.comparisons.map(({ input_columns: names }) => names)
  const rows: HtmlPart[][] = [
    [
      say('Awal', 'Start'),
      '',
      '',
      isHousehold
        ? say('anggota serumah, sebelum ada bukti', 'household members, before any evidence')
        : say('dua baris acak, sebelum ada bukti', 'two rows at random, before any evidence'),
      stairStep(0, start, scale, { isFirst: true }),
      bits(start),
      bits(otherStart),
    ],
    ...steps.map(({ place, name, found, bits: own, otherBits }, no) => [
      shown(name),
      rowValues(table, left, inputs[place] ?? []) || '–',
      rowValues(table, right, inputs[place] ?? []) || '–',
      found,
      stairStep(stands[no] ?? 0, stands[no + 1] ?? 0, scale),
      bits(own),
      bits(otherBits),
    ]),
    [
      html`<strong>${say('Jumlah', 'Total')}</strong>`,
      '',
      '',
      isSameCluster
        ? say('berada dalam satu kelompok', 'in one cluster')
        : say('tidak dalam satu kelompok', 'not in one cluster'),
      stairStep(0, total, scale, { isLast: true }),
      html`<strong>${bits(total)}</strong>`,
      bits(isHousehold ? strangerBits : householdBits),
    ],
  ]
  const against = [
    say('lawan orang asing', 'against strangers'),
    say('lawan serumah', 'against household'),
  ]
  if (isHousehold) against.reverse()
  return html`<h3>${headingOf(kind, speaker)}</h3>
<p>${say(
    `Dari pasangan dengan bukti seperti ini, ${ofHundred(probabilityOf(total * unitsPerBit))} memang orang yang sama.`,
    `Of pairs with evidence like this ${ofHundred(probabilityOf(total * unitsPerBit))} are one person.`,
  )} ${isHousehold && strangerBits >= thresholdBits && total < thresholdBits ? householdWords(example, speaker) : ''}</p>
${htmlTable({
  id: `${language}-example-${kind}`,
  caption: say(
    `${rowName(table, left)} dan ${rowName(table, right)}`,
    `${rowName(table, left)} and ${rowName(table, right)}`,
  ),
  columns: [
    { words: say('Fakta', 'Fact') },
    { words: rowName(table, left), cells: 'value' },
    { words: rowName(table, right), cells: 'value' },
    { words: say('Yang ditemukan', 'What is found'), cells: 'found' },
    { words: say('Langkah', 'Step'), cells: 'step' },
    { words: `${say('bit', 'bits')} ${against[0]}`, isNumber: true },
    { words: `${say('bit', 'bits')} ${against[1]}`, isNumber: true },
  ],
  groups: [{ rows }],
})}`
}

/** Each comparison with its words and bits, against the explanation that decides. */
function stepsOf({ linkage }: ReportFacts, example: PairExample, { pick }: Speaker): Step[] {
  const { settings, weights } = linkage
  const [own, other] = example.isHousehold
    ? [weights.againstHousehold, weights.againstStranger]
    : [weights.againstStranger, weights.againstHousehold]
  return settings.comparisons.map(({ output_column_name: name, kind }, place) => {
    const level = example.levels[place] ?? 0
    const label = levelsByKind[kind][level]?.label ?? ''
    return {
      place,
      name,
      found: pick(sayLevel(label)),
      bits: (own[place]?.[level] ?? 0) / unitsPerBit,
      otherBits: (other[place]?.[level] ?? 0) / unitsPerBit,
    }
  })
}

function householdWords(
  { strangerBits, householdBits }: PairExample,
  { say, bits }: Speaker,
): string {
  return say(
    `Dibanding dua orang asing buktinya ${bits(strangerBits)} bit; dibanding dua anggota serumah, yang memang berbagi alamat dan nomor, hanya ${bits(householdBits)} bit.`,
    `Against two strangers the evidence is ${bits(strangerBits)} bits; against two members of one household, who share address and numbers anyway, only ${bits(householdBits)} bits.`,
  )
}
