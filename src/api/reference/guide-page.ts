import { roles } from '#access'
import { type Html, html } from '#platform/html'
import { framePage, linkTo, type Reader } from './frame.ts'
import { type GuideBlock, type GuideFacts, guideSections } from './guide-sections.ts'
import { isOpenToSystems } from './reference.ts'
import { pageWords, prose, roleWords } from './words.ts'

/** What whoever connects a system reads first. */
export function guidePage(reader: Reader, facts: GuideFacts): string {
  const { language } = reader
  const words = pageWords[language]
  const sections = guideSections(facts)
  return framePage(
    {
      title: words.guide,
      address: '/api/guide',
      content: html`<p class="crumbs"><a href="${linkTo('/api', reader)}">${words.all}</a></p>
<h1>${words.guide}</h1>
<p class="lead">${words.guideNote}</p>
<nav aria-label="${words.onThisPage}"><ol class="contents">
${sections.map(({ id, title }) => html`<li><a href="#${id}">${title[language]}</a></li>`)}
</ol></nav>
${sections.map(
  ({ id, title, blocks }) => html`<section class="route" id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title[language]}</h2>
${blocks.map((block) => blockHtml(block, reader))}
</section>
`,
)}`,
    },
    reader,
  )
}

function blockHtml(block: GuideBlock, { language }: Reader): Html {
  if (block.kind === 'code')
    return html`<pre><code>${block.code}</code></pre>
`
  if (block.kind === 'text')
    return html`<p>${prose(block.words[language])}</p>
`
  const words = pageWords[language]
  return html`<table class="roles"><thead><tr><th scope="col">${words.role}</th><th scope="col">${words.meaning}</th><th scope="col">${words.system}</th></tr></thead>
<tbody>${roles.map(
    (
      role,
    ) => html`<tr><td><code>${role}</code></td><td>${roleWords[role][language]}</td><td>${isOpenToSystems(role) ? words.yes : '–'}</td></tr>
`,
  )}</tbody></table>`
}
