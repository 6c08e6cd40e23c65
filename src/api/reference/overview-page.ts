import { type Html, html } from '#platform/html'
import { areasOf, tagTitle } from './areas.ts'
import { framePage, linkTo, type Reader } from './frame.ts'
import { addressOf, type ReferenceRoute } from './reference.ts'
import { pageWords } from './words.ts'

/**
 * Every route on one line, by what it is about.
 *
 * @param sought words that must all stand in what is told of a route; all routes where it is empty.
 */
export function overviewPage(reader: Reader, sought = ''): string {
  const { reference, language } = reader
  const words = pageWords[language]
  const routes = reference.routes.filter((route) => holds(route, sought))
  const areas = areasOf([...new Set(routes.map(({ tag }) => tag))])
  const lead =
    sought === ''
      ? words.lead(reference.routes.length, reference.tags.length)
      : words.found(routes.length, sought)
  return framePage(
    {
      title: words.title,
      address: '/api',
      sought,
      content: html`<h1>${words.title}</h1>
<p class="lead">${lead}</p>
${sought === '' ? doorsHtml(reader) : html`<p><a href="${linkTo('/api', reader)}">${words.all}</a></p>`}
${areas.map(
  ({ title, tags }) => html`<section class="area">
<h2>${title[language]}</h2>
${tags.map((tag) =>
  tagHtml(
    tag,
    routes.filter((route) => route.tag === tag),
    reader,
  ),
)}</section>
`,
)}`,
    },
    reader,
  )
}

function holds({ method, path, operation, tag }: ReferenceRoute, sought: string): boolean {
  const title = tagTitle(tag)
  const told = [
    method,
    path,
    operation.operationId,
    operation.summary,
    operation.description ?? '',
    operation['x-action'] ?? '',
    title.id,
    title.en,
  ]
    .join(' ')
    .toLowerCase()
  return sought
    .toLowerCase()
    .split(/\s+/)
    .every((word) => told.includes(word))
}

function doorsHtml(reader: Reader): Html {
  const words = pageWords[reader.language]
  const door = (to: string, name: string, note: string) =>
    html`<li><a href="${to}">${name}</a><span>${note}</span></li>
`
  return html`<ul class="doors">
${door(linkTo('/api/guide', reader), words.guide, words.guideNote)}${door(
  linkTo('/api/codes', reader),
  words.codes,
  words.codesNote,
)}${door('/api/openapi.json', words.document, words.documentNote)}</ul>`
}

function tagHtml(tag: string, routes: readonly ReferenceRoute[], reader: Reader): Html {
  return html`<h3><a href="${linkTo(`/api/reference/${tag}`, reader)}">${tagTitle(tag)[reader.language]}</a></h3>
<ul class="routes">
${routes.map((route) => lineHtml(route, reader))}</ul>
`
}

/** A route on one line: method, path and what it does. */
export function lineHtml(route: ReferenceRoute, reader: Reader): Html {
  const { method, path, operation } = route
  return html`<li><a href="${linkTo(addressOf(route), reader)}"><span class="method ${method.toLowerCase()}">${method}</span> <code>${path}</code></a> <span lang="en">${operation.summary}</span></li>
`
}
