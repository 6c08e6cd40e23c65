import { type Html, html } from '#platform/html'
import { weightBars } from './bars.ts'
import { folded, htmlTable } from './html-table.ts'
import { shown } from './mask-numbers.ts'
import type { ReportFacts } from './report-facts.ts'
import { kindWords, sayLevel } from './report-words.ts'
import type { Speaker } from './speaker.ts'

/** The weight of each level of each comparison, with the shares it comes from. */
export function weightsSection(facts: ReportFacts, speaker: Speaker): Html {
  const { say, pick, bits, percent, oneIn, language, count } = speaker
  const { document, linkage } = facts
  const { model, weights } = linkage
  const scale = Math.max(
    ...document.comparisons.flatMap(({ comparison_levels: levels }) =>
      levels.flatMap((level) => [
        Math.abs(level.match_weight),
        Math.abs(level.match_weight_against_household),
      ]),
    ),
    1,
  )
  const columns = [
    { words: say('Yang ditemukan', 'What is found') },
    { words: say('Bobot', 'Weight'), cells: 'bar' },
    { words: say('Bit, lawan orang asing', 'Bits against strangers'), isNumber: true },
    { words: say('Bit, lawan serumah', 'Bits against household'), isNumber: true },
    { words: 'm', isNumber: true },
    { words: 'u', isNumber: true },
    { words: say('u sebagai', 'u as'), isNumber: true },
    { words: say('serumah', 'household'), isNumber: true },
  ]
  const charts = document.comparisons.map(({ comparison_levels: levels }, place) => {
    const {
      output_column_name: name,
      kind,
      input_columns: inputs,
    } = linkage.settings.comparisons[place] ?? {
      output_column_name: '',
      kind: 'text',
      input_columns: [],
    }
    const all = levels.map((level) => level.match_weight)
    const from = inputs.length > 1 ? ` (${inputs.map(shown).join(' + ')})` : ''
    const rows = [...levels]
      .reverse()
      .map((level) => [
        pick(sayLevel(level.label_for_charts)),
        weightBars(level.match_weight, level.match_weight_against_household, scale),
        bits(level.match_weight),
        bits(level.match_weight_against_household),
        percent(level.m_probability),
        percent(level.u_probability),
        oneIn(level.u_probability),
        percent(level.household_probability),
      ])
    const table = htmlTable({
      id: `${language}-weights-${place}`,
      caption: `${shown(name)}: ${say('bobot setiap tingkat', 'weight of each level')}`,
      columns,
      groups: [{ rows }],
    })
    return folded(
      html`<strong>${shown(name)}</strong>${from} · ${pick(kindWords[kind])} · ${bits(Math.min(...all))} ${say('sampai', 'to')} ${bits(Math.max(...all))} ${say('bit', 'bits')}`,
      table,
      true,
    )
  })
  const start = (units: number) => bits(units / 1024)
  return html`<section aria-labelledby="${language}-weights"><h2 id="${language}-weights">${say('Bobot bukti', 'Weight of evidence')}</h2>
<p>${say(
    'Ke kanan: lebih mungkin orang yang sama. Ke kiri: lebih mungkin orang berbeda. Satu bit menggandakan peluang. Batang tebal: dibanding dua orang asing; batang tipis: dibanding dua anggota serumah. Yang dipakai: jumlah yang lebih kecil.',
    'To the right: more likely one person. To the left: more likely two. One bit doubles the odds. Thick bar: against two strangers; thin bar: against two members of one household. The smaller of the two sums counts.',
  )}</p>
<p>${say(
    `m: bagian pasangan orang yang sama yang ada di tingkat ini; u: bagian pasangan orang asing; bobot = log2(m/u). Kolom yang kosong tidak menambah dan tidak mengurangi. Titik awal, sebelum ada bukti: ${start(weights.priorStranger)} bit lawan orang asing, ${start(weights.priorHousehold)} bit lawan serumah. Model memperkirakan ${count(model.matchCount)} pasangan orang yang sama, ${count(model.householdCount)} pasangan serumah; dipelajari dalam ${count(model.iterations)} putaran.`,
    `m: share of pairs of one person on this level; u: share of pairs of strangers; weight = log2(m/u). An empty column adds and takes nothing. The start, before any evidence: ${start(weights.priorStranger)} bits against strangers, ${start(weights.priorHousehold)} against household members. The model expects ${count(model.matchCount)} pairs of one person and ${count(model.householdCount)} of household members; learned in ${count(model.iterations)} rounds.`,
  )}</p>
${charts}</section>`
}
