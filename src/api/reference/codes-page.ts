import { html } from '#platform/html'
import { codeMeaning } from './answers.ts'
import { framePage, linkTo, type Reader } from './frame.ts'
import { addressOf, codesOf } from './reference.ts'
import { pageWords } from './words.ts'

/** Most routes that are named with a code; more would be a list of the whole API. */
const mostRoutes = 12

/** Every code that any route can refuse with, what it means, and which routes do. */
export function codesPage(reader: Reader): string {
  const { reference, language } = reader
  const words = pageWords[language]
  const found = reference.routes.flatMap((route) =>
    Object.keys(route.operation.responses).flatMap((status) =>
      codesOf(route.operation, status).map((code) => ({ code, status, route })),
    ),
  )
  const codes = [...new Set(found.map(({ code }) => code))].toSorted()
  return framePage(
    {
      title: words.codes,
      address: '/api/codes',
      content: html`<p class="crumbs"><a href="${linkTo('/api', reader)}">${words.all}</a></p>
<h1>${words.codes}</h1>
<p class="lead">${words.codesLead}</p>
<dl class="answers">
${codes.map((code) => {
  const uses = found.filter((one) => one.code === code)
  const statuses = [...new Set(uses.map(({ status }) => status))]
  return html`<div id="${code}"><dt><code>${code}</code> <span class="place">${statuses.join(', ')}</span></dt>
<dd><p>${codeMeaning(code, language)}</p>${
    uses.length > mostRoutes
      ? html`<p class="dim">${words.manyRoutes(uses.length)}</p>`
      : html`<p class="dim">${uses.flatMap(({ route }, no) => [
          ...(no > 0 ? [', '] : []),
          html`<a href="${linkTo(addressOf(route), reader)}"><code>${route.operation.operationId}</code></a>`,
        ])}</p>`
  }</dd></div>
`
})}</dl>`,
    },
    reader,
  )
}
