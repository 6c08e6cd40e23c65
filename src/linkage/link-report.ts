import { type Html, html } from '#platform/html'
import type { Language } from '#platform/say-error'
import { blockingSection } from './report/blocking-section.ts'
import { clustersSection } from './report/clusters-section.ts'
import { columnsSection } from './report/columns-section.ts'
import { examplesSection } from './report/examples-section.ts'
import { pairsSection } from './report/pairs-section.ts'
import { qualitySection } from './report/quality-section.ts'
import { reportCss } from './report/report-css.ts'
import { gatherFacts, type LinkReportInput, type ReportFacts } from './report/report-facts.ts'
import { type Speaker, speakerOf } from './report/speaker.ts'
import { summarySection } from './report/summary-section.ts'
import { weightsSection } from './report/weights-section.ts'

/**
 * A page that stands alone: what was compared, with which weights, and what came of it, in both
 * languages; the reader chooses at its head, without a script.
 *
 * It shows values of rows, as the files do from which they come; identity numbers are masked. Its
 * size does not grow with the records.
 */
export function linkReport(input: LinkReportInput): string {
  const facts = gatherFacts(input)
  const first = input.language ?? 'id'
  const checked = (language: Language) => (language === first ? { html: ' checked' } : '')
  return html`<!doctype html>
<html lang="${first}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Betang · ${speakerOf(first).say('laporan pencocokan', 'linkage report')}</title>
<style>${reportCss}</style>
</head>
<body><main>
<fieldset><legend><span lang="id">Bahasa</span> · <span lang="en">Language</span></legend>
<label lang="id"><input type="radio" name="language" id="in-id"${checked('id')}> Bahasa Indonesia</label>
<label lang="en"><input type="radio" name="language" id="in-en"${checked('en')}> English</label>
</fieldset>
${inLanguage('id', facts)}
${inLanguage('en', facts)}
</main></body></html>
`.html
}

function inLanguage(language: Language, facts: ReportFacts): Html {
  const speaker = speakerOf(language)
  return html`<div lang="${language}">
${summarySection(facts, speaker)}
${contents(facts, speaker)}
${qualitySection(facts, speaker)}
${examplesSection(facts, speaker)}
${clustersSection(facts, speaker)}
${columnsSection(facts, speaker)}
${weightsSection(facts, speaker)}
${blockingSection(facts, speaker)}
${pairsSection(facts, speaker)}
</div>`
}

function contents({ quality }: ReportFacts, { say, language }: Speaker): Html {
  const entries = [
    ...(quality ? [['quality', say('Mutu', 'Quality')] as const] : []),
    ['examples', say('Contoh', 'Examples')] as const,
    ['clusters', say('Kelompok', 'Clusters')] as const,
    ['columns', say('Kolom', 'Columns')] as const,
    ['weights', say('Bobot bukti', 'Weights')] as const,
    ['blocking', say('Pasangan yang dibandingkan', 'Pairs compared')] as const,
    ['pairs', say('Kekuatan bukti', 'Strength of the pairs')] as const,
  ]
  return html`<nav aria-label="${say('Isi laporan', 'Contents')}"><ul>${entries.map(
    ([name, words]) => html`<li><a href="#${language}-${name}">${words}</a></li>`,
  )}</ul></nav>`
}
