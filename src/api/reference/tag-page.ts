import type { Role } from '#access'
import { type Html, html } from '#platform/html'
import { answersHtml, exampleAnswer } from './answers.ts'
import { areasOf, tagTitle } from './areas.ts'
import { exampleRequest, toCurl } from './example-request.ts'
import { schemaHtml, typeHtml } from './fields.ts'
import { framePage, linkTo, type Reader } from './frame.ts'
import { lineHtml } from './overview-page.ts'
import { isOpenToSystems, type ReferenceRoute } from './reference.ts'
import { type PageWords, pageWords } from './words.ts'

/** All routes of a tag with everything that is known of them; each has an anchor of its own. */
export function tagPage(tag: string, reader: Reader): string {
  const { reference, language } = reader
  const words = pageWords[language]
  const routes = reference.routes.filter((route) => route.tag === tag)
  const title = tagTitle(tag)[language]
  const area = areasOf(reference.tags).find(({ tags }) => tags.includes(tag))
  return framePage(
    {
      title,
      address: `/api/reference/${tag}`,
      tag,
      content: html`<p class="crumbs"><a href="${linkTo('/api', reader)}">${words.all}</a> › ${area?.title[language] ?? ''}</p>
<h1>${title}</h1>
${
  routes.length > 1
    ? html`<nav aria-label="${words.onThisPage}"><ul class="routes">
${routes.map((route) => lineHtml(route, reader))}</ul></nav>`
    : ''
}
${routes.map((route) => routeHtml(route, reader))}
${neighboursHtml(tag, reader)}`,
    },
    reader,
  )
}

function routeHtml(route: ReferenceRoute, reader: Reader): Html {
  const { method, path, operation } = route
  const words = pageWords[reader.language]
  const { operationId, summary, description } = operation
  return html`<article class="route" id="${operationId}" aria-labelledby="${operationId}-title">
<h2 id="${operationId}-title" lang="en">${summary}</h2>
<p class="address"><span class="method ${method.toLowerCase()}">${method}</span> <code>${path}</code> <a class="anchor" href="#${operationId}" aria-label="${words.linkTo(operationId)}">#</a></p>
${description === undefined ? '' : html`<p lang="en">${description}</p>`}
${whoHtml(route, words)}
${parametersHtml(route, reader)}
${bodyHtml(route, reader)}
<h3>${words.answers}</h3>
${answersHtml(route, reader)}
<h3>${words.example}</h3>
${exampleHtml(route, reader)}
</article>
`
}

function whoHtml(
  { openTo, operation, credential, needsProof }: ReferenceRoute,
  words: PageWords,
): Html {
  const action = operation['x-action']
  const who =
    openTo === 'anyone'
      ? html`${words.anyone}`
      : openTo === 'signed-in'
        ? html`${words.everyoneSignedIn}`
        : rolesHtml(openTo, credential === 'key')
  const byKey = credential === 'key' ? words.byKey : words.noKey
  return html`<dl class="who">
<div><dt>${words.who}</dt><dd>${who}</dd></div>
${
  action === undefined
    ? ''
    : html`<div><dt>${words.action}</dt><dd><code>${action}</code> · ${byKey}${needsProof ? html`<br>${words.freshProof}` : ''}</dd></div>
`
}</dl>`
}

function rolesHtml(roles: readonly Role[], isByKey: boolean): Html {
  return html`${roles.flatMap((role, no) => [
    ...(no > 0 ? [', '] : []),
    html`<code>${role}</code>${isByKey && isOpenToSystems(role) ? '\u00a0●' : ''}`,
  ])}`
}

function parametersHtml({ operation }: ReferenceRoute, reader: Reader): Html {
  const words = pageWords[reader.language]
  const { parameters } = operation
  if (parameters.length === 0) return html``
  const parts = { document: reader.reference.document, words }
  return html`<h3>${words.parameters}</h3>
<ul class="fields">
${parameters.map(
  ({ name, in: place, required, schema }) =>
    html`<li><b><code>${name}</code></b> <span class="place">${words.inPlace[place] ?? place}</span>${required ? '' : html` <span class="optional">${words.optional}</span>`} <span class="type">${typeHtml(schema, parts)}</span></li>
`,
)}</ul>`
}

function bodyHtml({ operation }: ReferenceRoute, reader: Reader): Html {
  const words = pageWords[reader.language]
  const contents = Object.entries(operation.requestBody?.content ?? {})
  if (contents.length === 0) return html``
  const parts = { document: reader.reference.document, words }
  return html`<h3>${words.body}</h3>
${contents.map(
  ([type, { schema }]) => html`<p><code>${type}</code></p>
${schema ? schemaHtml(schema, parts) : ''}
`,
)}`
}

function exampleHtml(route: ReferenceRoute, reader: Reader): Html {
  const { reference, language } = reader
  const words = pageWords[language]
  const { status, text, file } = exampleAnswer(route, reader)
  const command = toCurl(exampleRequest(route, reference.document), route.credential, file)
  return html`<p class="label">${words.request}</p>
<pre class="curl"><code>${command}</code></pre>
${
  text === ''
    ? ''
    : html`<details><summary>${words.answer(status)}</summary>
<pre><code>${text}</code></pre></details>`
}`
}

function neighboursHtml(tag: string, reader: Reader): Html {
  const words = pageWords[reader.language]
  const tags = areasOf(reader.reference.tags).flatMap((area) => area.tags)
  const at = tags.indexOf(tag)
  const neighbour = (one: string | undefined, rel: string, name: string) =>
    one === undefined
      ? ''
      : html`<a href="${linkTo(`/api/reference/${one}`, reader)}" rel="${rel}"><span>${name}</span> ${tagTitle(one)[reader.language]}</a>`
  return html`<nav class="neighbours" aria-label="${words.previous}, ${words.next}">${neighbour(tags[at - 1], 'prev', words.previous)}${neighbour(tags[at + 1], 'next', words.next)}</nav>`
}
