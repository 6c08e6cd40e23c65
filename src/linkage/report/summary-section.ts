import { type Html, html } from '#platform/html'
import { fewMatches } from '../model-document.ts'
import { shown } from './mask-numbers.ts'
import type { ReportFacts } from './report-facts.ts'
import type { Speaker } from './speaker.ts'

/** What came of it, in plain words. */
export function summarySection(facts: ReportFacts, speaker: Speaker): Html {
  const { say, count, bitsLong, ofHundred } = speaker
  const { table, document, clusters, joinedPairs, thresholdBits } = facts
  const single = document.cluster_sizes['1'] ?? 0
  const several = clusters - single
  const lists = table.sourceNames.length
  const figure = (value: string, words: string) =>
    html`<div><dt>${words}</dt><dd>${value}</dd></div>`
  return html`<header>
<p class="kicker">Betang · ${say('laporan pencocokan', 'linkage report')}</p>
<h1>${say(
    `${count(table.count)} baris menjadi ${count(clusters)} orang`,
    `${count(table.count)} rows are ${count(clusters)} persons`,
  )}</h1>
<p class="lead">${say(
    `${count(several)} orang tercatat lebih dari sekali, ${count(single)} hanya sekali. ${modeWords(facts, speaker)}`,
    `${count(several)} persons stand in it more than once, ${count(single)} only once. ${modeWords(facts, speaker)}`,
  )}</p>
<dl class="figures">${[
    figure(count(table.count), say('baris', 'rows')),
    figure(count(lists), lists === 1 ? say('daftar', 'list') : say('daftar', 'lists')),
    figure(count(clusters), say('kelompok (orang)', 'clusters (persons)')),
    figure(count(joinedPairs), say('pasangan disatukan', 'pairs joined')),
    figure(bitsLong(thresholdBits), say('ambang', 'threshold')),
  ]}</dl>
<p>${say('Daftar', lists === 1 ? 'List' : 'Lists')}: ${table.sourceNames.map(shown).join(', ')}.</p>
<p>${say(
    `Ambang ${bitsLong(thresholdBits)}: pasangan dengan bukti tepat sekuat itu benar ${ofHundred(probability(thresholdBits))} kali. ${doubtWords(facts, speaker)}`,
    `The threshold is ${bitsLong(thresholdBits)}: of pairs with just that evidence ${ofHundred(probability(thresholdBits))} are right. ${doubtWords(facts, speaker)}`,
  )}</p>
${partedWords(facts, speaker)}
${untaughtWords(facts, speaker)}
</header>`
}

function probability(bits: number): number {
  return 1 / (1 + 2 ** -bits)
}

function modeWords({ linkage }: ReportFacts, { say }: Speaker): string {
  switch (linkage.settings.link_type) {
    case 'dedupe_only':
      return say('Dicari yang kembar di dalam satu daftar.', 'Duplicates were sought in one list.')
    case 'link_only':
      return say(
        'Hanya baris dari daftar yang berbeda yang dibandingkan.',
        'Only rows of different lists were compared.',
      )
    case 'link_and_dedupe':
      return say(
        'Baris dibandingkan di dalam daftar dan antardaftar.',
        'Rows were compared within lists and between them.',
      )
  }
}

function doubtWords(facts: ReportFacts, { say, about }: Speaker): string {
  const wrong = about(facts.expectedWrong)
  const missed = about(facts.expectedMissed)
  return say(
    `Menurut perkiraan model sendiri, ${wrong} pasangan yang disatukan keliru, dan ${missed} yang sedikit di bawah ambang sebenarnya benar. Ini perkiraan, bukan pengukuran.`,
    `By the model's own estimate ${wrong} of the joined pairs are wrong, and ${missed} just below the threshold are right. This is an estimate, not a measurement.`,
  )
}

function partedWords({ partedPairs }: ReportFacts, { say, count }: Speaker): Html {
  if (partedPairs === 0) return html``
  return html`<p>${say(
    `${count(partedPairs)} pasangan melewati ambang tetapi tidak disatukan, karena baris lain dalam kelompoknya menentang.`,
    `${count(partedPairs)} pairs reach the threshold but were kept apart, since the other rows of their clusters speak against it.`,
  )}</p>`
}

function untaughtWords({ document }: ReportFacts, { say }: Speaker): Html {
  if (document.matches_learned_from >= fewMatches) return html``
  return html`<p><strong>${say(
    'Terlalu sedikit orang tercatat dua kali untuk belajar dari daftar ini: bobot di bawah hampir seluruhnya nilai awal. Periksa setiap pasangan.',
    'Too few persons stand here twice to learn from these lists: the weights below are mostly starting values. Look at every pair.',
  )}</strong></p>`
}
