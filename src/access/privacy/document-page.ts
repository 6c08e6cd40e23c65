import { type Html, html } from '#platform/html'
import type { Language } from '#platform/say-error'

/** A part of a printed document. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }

/** A document for the printer: black on white, on any paper. */
export interface PrintedDocument {
  readonly title: string
  readonly language: Language
  readonly blocks: readonly Block[]
  /** Where and when it was made; the last line. */
  readonly foot: string
}

export const heading = (text: string): Block => ({ kind: 'heading', text })
export const text = (words: string): Block => ({ kind: 'text', text: words })
export const list = (items: readonly string[]): Block => ({ kind: 'list', items })
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  head,
  rows,
})

const style = `
body{font:11pt/1.45 system-ui,sans-serif;color:#000;background:#fff;max-width:17cm;margin:1.5cm auto;padding:0 .5cm}
h1{font-size:17pt;line-height:1.25}h2{font-size:12.5pt;margin:1.4em 0 .3em}
p{white-space:pre-line}table{border-collapse:collapse;width:100%;font-size:9.5pt}
th,td{border:1px solid #777;padding:3px 6px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
footer{margin-top:2em;border-top:1px solid #777;font-size:9pt}
@media print{body{margin:0;max-width:none}h2{break-after:avoid}tr{break-inside:avoid}}`

/** The document as one HTML file that needs nothing else. */
export function toHtml({ title, language, blocks, foot }: PrintedDocument): string {
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width"><style>${{ html: style }}</style></head>
<body><h1>${title}</h1>
${blocks.map(blockHtml)}
<footer>${foot}</footer></body></html>
`.html
}

function blockHtml(block: Block): Html {
  switch (block.kind) {
    case 'heading':
      return html`<h2>${block.text}</h2>
`
    case 'text':
      return html`<p>${block.text}</p>
`
    case 'list':
      return html`<ul>${block.items.map((item) => html`<li>${item}</li>`)}</ul>
`
    case 'table':
      return html`<table><thead>${rowHtml('th', block.head)}</thead><tbody>${block.rows.map((row) =>
        rowHtml('td', row),
      )}</tbody></table>
`
  }
}

function rowHtml(cell: 'th' | 'td', row: readonly string[]): Html {
  const tag = { html: cell }
  return html`<tr>${row.map((words) => html`<${tag}>${words}</${tag}>`)}</tr>`
}

/** The document as Markdown. */
export function toMarkdown({ title, blocks, foot }: PrintedDocument): string {
  return `# ${title}\n\n${blocks.map(blockMarkdown).join('\n\n')}\n\n---\n\n${foot}\n`
}

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `## ${block.text}`
    case 'text':
      return block.text
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n')
    case 'table':
      return [block.head, block.head.map(() => '---'), ...block.rows].map(rowMarkdown).join('\n')
  }
}

function rowMarkdown(row: readonly string[]): string {
  return `| ${row.map((words) => words.replaceAll('|', '\\|').replaceAll('\n', '<br>')).join(' | ')} |`
}
