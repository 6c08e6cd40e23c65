import { type Html, type HtmlPart, html } from '#platform/html'
import type { Language } from '#platform/say-error'
import { areasOf, tagTitle } from './areas.ts'
import type { Reference } from './reference.ts'
import { pageWords } from './words.ts'

/** Who reads, and what. */
export interface Reader {
  readonly reference: Reference
  readonly language: Language
  /** The language was chosen in the address: links keep it. */
  readonly isLanguageChosen: boolean
}

/** A page before it stands in its frame. */
export interface PageParts {
  readonly title: string
  /** Path of this very page. */
  readonly address: string
  /** Tag that the page is about, for the list at its side. */
  readonly tag?: string
  /** Words that were looked for. */
  readonly sought?: string
  readonly content: HtmlPart
}

/** A roof on five equal posts, as everywhere in Betang. */
const mark: Html = {
  html: '<svg class="mark" viewBox="0 0 30 24" width="30" height="24" aria-hidden="true"><path d="M5 3h20l5 10H0z"/><path d="M2 14.5h3V22H2zm5.75 0h3V22h-3zm5.75 0h3V22h-3zm5.75 0h3V22h-3zm5.75 0h3V22h-3z"/></svg>',
}

/** An address of these pages in the language that was chosen. */
export function linkTo(address: string, { language, isLanguageChosen }: Reader): string {
  if (!isLanguageChosen) return address
  const [page = '', anchor] = address.split('#')
  const chosen = `${page}${page.includes('?') ? '&' : '?'}lang=${language}`
  return anchor === undefined ? chosen : `${chosen}#${anchor}`
}

/** A whole page: head with search, the list of groups, the content, and where it comes from. */
export function framePage(parts: PageParts, reader: Reader): string {
  const { title, content } = parts
  const words = pageWords[reader.language]
  const whole = title === words.title ? title : `${title} · ${words.title}`
  return html`<!doctype html>
<html lang="${reader.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${whole}</title>
<link rel="icon" href="/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/api/reference.css">
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
${headHtml(parts, reader)}
<div class="frame">
${sideHtml(parts, reader)}
<main id="content" tabindex="-1">
${content}
</main>
</div>
<footer><p>${words.madeFrom}: <a href="/api/openapi.json">/api/openapi.json</a></p></footer>
</body>
</html>
`.html
}

function headHtml({ address, sought = '' }: PageParts, reader: Reader): Html {
  const { language, isLanguageChosen } = reader
  const words = pageWords[language]
  const other: Language = language === 'id' ? 'en' : 'id'
  const query = sought === '' ? '' : `&q=${encodeURIComponent(sought)}`
  return html`<header class="head">
<a class="brand" href="${linkTo('/api', reader)}">${mark} ${words.title}</a>
<form class="find" action="/api" role="search">
<label for="q">${words.find}</label>
<input id="q" name="q" type="search" maxlength="100" value="${sought}" placeholder="${words.findHint}">
${isLanguageChosen ? html`<input type="hidden" name="lang" value="${language}">` : ''}
<button>${words.findButton}</button>
</form>
<a class="language" href="${address}?lang=${other}${query}" hreflang="${other}" lang="${other}">${words.otherLanguage}</a>
</header>`
}

/** All groups, for screens wide enough; the overview tells them everywhere. */
function sideHtml({ tag, address }: PageParts, reader: Reader): Html {
  const { reference, language } = reader
  const words = pageWords[language]
  const entry = (to: string, name: string, isHere: boolean) =>
    html`<li><a href="${linkTo(to, reader)}"${isHere ? html` aria-current="page"` : ''}>${name}</a></li>`
  const pages = [
    ['/api', words.all],
    ['/api/guide', words.guide],
    ['/api/codes', words.codes],
  ] as const
  return html`<nav class="side" aria-label="${words.routes}">
<ul>${pages.map(([to, name]) => entry(to, name, to === address))}</ul>
${areasOf(reference.tags).map(
  ({ title, tags }) => html`<p>${title[language]}</p>
<ul>${tags.map((one) => entry(`/api/reference/${one}`, tagTitle(one)[language], one === tag))}</ul>
`,
)}</nav>`
}
