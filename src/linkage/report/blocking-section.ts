import { type Html, html } from '#platform/html'
import { shareBar } from './bars.ts'
import { htmlTable } from './html-table.ts'
import { shown } from './mask-numbers.ts'
import type { ReportFacts } from './report-facts.ts'
import { partWords } from './report-words.ts'
import type { Speaker } from './speaker.ts'

/** Which pairs were compared: the rules, what each brings, and what was left out. */
export function blockingSection(facts: ReportFacts, speaker: Speaker): Html {
  const { say, count, percent, language } = speaker
  const { document, linkage, joinedPairs, table } = facts
  const rules = linkage.settings.blocking_rules_to_generate_predictions
  const allPairs = (table.count * (table.count - 1)) / 2
  const compared = document.pairs_compared
  let pairsSoFar = 0
  let joinedSoFar = 0
  const rows = document.blocking_rules.map((rule, no) => {
    const found = facts.rules[no] ?? { finds: 0, firstFinds: 0, aloneFinds: 0 }
    pairsSoFar += rule.pairs_first_found
    joinedSoFar += found.firstFinds
    const share = joinedPairs === 0 ? 0 : joinedSoFar / joinedPairs
    return [
      `${no + 1}. ${ruleWords(rules[no], speaker)}`,
      count(rule.pairs),
      count(rule.pairs_first_found),
      count(pairsSoFar),
      count(found.finds),
      count(found.aloneFinds),
      shareBar(share),
      percent(share),
    ]
  })
  return html`<section aria-labelledby="${language}-blocking"><h2 id="${language}-blocking">${say('Pasangan yang dibandingkan', 'Pairs that were compared')}</h2>
<p>${say(
    `Dari ${count(allPairs)} pasangan yang mungkin, ${count(compared)} dibandingkan (${percent(allPairs === 0 ? 0 : compared / allPairs)}): yang memenuhi paling sedikit satu aturan di bawah ini. ${count(document.pairs_kept)} disimpan.`,
    `Of ${count(allPairs)} possible pairs ${count(compared)} were compared (${percent(allPairs === 0 ? 0 : compared / allPairs)}): those that meet at least one of the rules below. ${count(document.pairs_kept)} were kept.`,
  )}</p>
${htmlTable({
  id: `${language}-blocking-table`,
  caption: say('Aturan, menurut urutannya', 'The rules, in their order'),
  columns: [
    { words: say('Yang harus sama', 'What must agree') },
    { words: say('Pasangan', 'Pairs'), isNumber: true },
    { words: say('Yang baru', 'New ones'), isNumber: true },
    { words: say('Jumlah sampai di sini', 'Cumulated'), isNumber: true },
    { words: say('Disatukan, ditemukan aturan ini', 'Joined, found by it'), isNumber: true },
    { words: say('Hanya oleh aturan ini', 'Found by it alone'), isNumber: true },
    { words: say('Disatukan sampai di sini', 'Joined, cumulated'), cells: 'bar' },
    { words: say('Bagian', 'Share'), isNumber: true },
  ],
  groups: [{ rows }],
})}
${skippedHtml(facts, speaker)}</section>`
}

/** Blocks that were larger than allowed are told, never left out silently. */
function skippedHtml({ document, linkage }: ReportFacts, speaker: Speaker): Html {
  const { say, count, language } = speaker
  const rules = linkage.settings.blocking_rules_to_generate_predictions
  const rows = document.blocking_rules.flatMap((rule, no) =>
    rule.skipped_blocks === 0
      ? []
      : [
          [
            `${no + 1}. ${ruleWords(rules[no], speaker)}`,
            count(rules[no]?.max_block ?? 0),
            count(rule.skipped_blocks),
            count(rule.skipped_records),
            count(rule.skipped_pairs),
          ],
        ],
  )
  if (rows.length === 0) {
    return html`<p>${say('Tidak ada kelompok baris yang dilewati.', 'No block was skipped.')}</p>`
  }
  return html`<p class="warning">${say(
    'Ada kelompok baris yang terlalu besar untuk satu aturan, jadi dilewati oleh aturan itu. Aturan lain masih dapat menemukan pasangannya.',
    'Some blocks were too large for a rule and were skipped by it. Other rules may still find their pairs.',
  )}</p>
${htmlTable({
  id: `${language}-skipped-table`,
  caption: say('Yang dilewati', 'What was skipped'),
  columns: [
    { words: say('Aturan', 'Rule') },
    { words: say('Paling besar (baris)', 'Largest allowed (rows)'), isNumber: true },
    { words: say('Kelompok dilewati', 'Blocks skipped'), isNumber: true },
    { words: say('Baris', 'Rows'), isNumber: true },
    { words: say('Pasangan', 'Pairs'), isNumber: true },
  ],
  groups: [{ rows }],
})}`
}

type Rule = ReportFacts['linkage']['settings']['blocking_rules_to_generate_predictions'][number]

function ruleWords(rule: Rule | undefined, { say, pick }: Speaker): string {
  if (!rule || rule.agree_on.length === 0) return say('semua pasangan', 'all pairs')
  return rule.agree_on
    .map(({ comparison, part }) => `${shown(comparison)}: ${pick(partWords[part])}`)
    .join(say(' dan ', ' and '))
}
