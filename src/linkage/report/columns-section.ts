import { type Html, html } from '#platform/html'
import { htmlTable } from './html-table.ts'
import { shown } from './mask-numbers.ts'
import type { ReportFacts } from './report-facts.ts'
import { kindWords, reasonWords } from './report-words.ts'
import type { Speaker } from './speaker.ts'

/** What each column was taken for, or why it was left out. */
export function columnsSection(facts: ReportFacts, speaker: Speaker): Html {
  const { say, pick, percent, count, language } = speaker
  const { table, linkage } = facts
  const { settings, profiles } = linkage
  const isGiven = profiles.length === 0
  const profileOf = new Map(profiles.map((profile) => [profile.name, profile]))
  const rows = table.columns.map(({ name, texts, codes }) => {
    const uses = settings.comparisons.filter(({ input_columns: inputs }) => inputs.includes(name))
    const profile = profileOf.get(name)
    const reason = profile?.reason
      ? pick(reasonWords[profile.reason])
      : isGiven
        ? say('tidak disebut dalam pengaturan', 'the settings do not name it')
        : say(
            'isinya sudah ada di kolom lain, atau sepuluh kolom lain lebih menentukan',
            'its words stand in other columns already, or ten others tell more',
          )
    const filled = codes.reduce((sum, code) => sum + (code >= 0 ? 1 : 0), 0)
    return [
      shown(name),
      uses.length > 0
        ? uses.map(({ kind }) => pick(kindWords[kind])).join(', ')
        : html`<span class="out">${say('tidak dipakai', 'left out')}:</span> ${reason}`,
      uses.map(({ output_column_name: output }) => shown(output)).join(', ') || '–',
      percent(table.count === 0 ? 0 : filled / table.count),
      count(texts.length),
    ]
  })
  return html`<section aria-labelledby="${language}-columns"><h2 id="${language}-columns">${say('Isi setiap kolom', 'What each column holds')}</h2>
<p>${
    isGiven
      ? say(
          'Perbandingan diambil dari pengaturan yang diberikan.',
          'The comparisons are those of the settings that were given.',
        )
      : say(
          'Dikenali dari isinya, lalu dari judulnya. Kolom nama dibandingkan sebagai satu teks, agar kata boleh bertukar tempat.',
          'Recognised from the values first, then from the heading. Columns of names are compared as one text, so that words may change places.',
        )
  }</p>
${htmlTable({
  id: `${language}-columns-table`,
  caption: say('Kolom dan pemakaiannya', 'Columns and their use'),
  columns: [
    { words: say('Kolom', 'Column') },
    { words: say('Dianggap', 'Taken for') },
    { words: say('Perbandingan', 'Comparison') },
    { words: say('Terisi', 'Filled'), isNumber: true },
    { words: say('Nilai berbeda', 'Distinct values'), isNumber: true },
  ],
  groups: [{ rows }],
})}</section>`
}
