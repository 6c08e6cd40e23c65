import { sayExample } from '#platform/error-examples'
import { errorTexts } from '#platform/error-messages'
import type { ErrorCode } from '#platform/errors'
import { type Html, html } from '#platform/html'
import type { Language } from '#platform/say-error'
import type { Operation } from './document.ts'
import { exampleOf } from './example.ts'
import { toJson } from './example-request.ts'
import { schemaHtml } from './fields.ts'
import { linkTo, type Reader } from './frame.ts'
import { codesOf, type ReferenceRoute } from './reference.ts'
import { pageWords, statusWords } from './words.ts'

const json = 'application/json'
/** What fastify says where a route says nothing. */
const saysNothing = 'Default Response'

type Answer = Operation['responses'][string]

/** Every status that a route answers with, what is in it, and the codes that a refusal may carry. */
export function answersHtml(route: ReferenceRoute, reader: Reader): Html {
  const { operationId, responses } = route.operation
  return html`<dl class="answers">
${Object.entries(responses).map(
  ([
    status,
    answer,
  ]) => html`<div><dt id="${operationId}-${status}"><code>${status}</code> ${meaningHtml(status, answer, reader.language)}</dt>
<dd>${Number(status) < 400 ? contentHtml(status, answer, reader) : refusalHtml(route, status, reader)}</dd></div>
`,
)}</dl>`
}

function meaningHtml(status: string, { description, content }: Answer, language: Language): Html {
  const said = statusWords[status]?.[language] ?? ''
  const isSaid =
    description === saysNothing ||
    Number(status) >= 400 ||
    description === Object.keys(content ?? {}).join(', ')
  return isSaid ? html`${said}` : html`<span lang="en">${description}</span>`
}

function contentHtml(status: string, { content = {} }: Answer, reader: Reader): Html {
  const words = pageWords[reader.language]
  const parts = { document: reader.reference.document, words }
  const told = Object.entries(content)
  if (told.length === 0 || status === '204' || status === '304') return html`${words.noBody}`
  return html`${told.map(([type, { schema }]) =>
    type === json && schema
      ? html`<code>${type}</code>
<details><summary>${words.fields}</summary>${schemaHtml(schema, parts)}</details>`
      : html`<p><code>${type}</code></p>`,
  )}`
}

function refusalHtml({ operation }: ReferenceRoute, status: string, reader: Reader): Html {
  const { usualCodes } = reader.reference
  const codes = codesOf(operation, status)
  const own = codes.filter((code) => !usualCodes.has(code))
  const usual = codes.filter((code) => usualCodes.has(code))
  const link = (code: string) =>
    html`<a href="${linkTo(`/api/codes#${code}`, reader)}"><code>${code}</code></a>`
  const rest = usual.flatMap((code, no) => [...(no > 0 ? [', '] : []), link(code)])
  return html`${
    own.length === 0
      ? ''
      : html`<ul class="codes">${own.map((code) => html`<li>${link(code)} ${codeMeaning(code, reader.language)}</li>`)}</ul>`
  }${usual.length === 0 ? '' : html`<p>${rest}</p>`}`
}

/** What a person reads of a code; empty for one that the server does not know. */
export function codeMeaning(code: string, language: Language): string {
  return isErrorCode(code) ? sayExample(code, language) : ''
}

function isErrorCode(code: string): code is ErrorCode {
  return code in errorTexts
}

/** What a route answers when all is well: JSON with its status, a kind of file, or nothing to show. */
export function exampleAnswer(
  { operation, tag }: ReferenceRoute,
  { reference }: Reader,
): { readonly status: string; readonly text: string; readonly file?: string } {
  const [status = '', answer] =
    Object.entries(operation.responses).find(([one]) => one.startsWith('2')) ??
    Object.entries(operation.responses)[0] ??
    []
  const contents = Object.entries(answer?.content ?? {})
  const told = contents.find(([type]) => type === json)
  if (told?.[1].schema) {
    return { status, text: toJson(exampleOf(told[1].schema, reference.document, tag)) }
  }
  const [file] = contents
  return file && status.startsWith('2') && status !== '204'
    ? { status, text: '', file: file[0] }
    : { status, text: '' }
}
