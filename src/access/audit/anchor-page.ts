import { type AnchorWords, anchorWords } from './anchor-words.ts'
import type { Anchor } from './anchors.ts'

const lineWidth = 72

/** An anchor as a page of plain text, to be printed, signed and kept outside the computer. */
export function anchorText(anchor: Anchor, language: 'id' | 'en'): string {
  const words = anchorWords[language]
  const facts = factsOf(anchor, words)
  const labelWidth = Math.max(...facts.map(([label]) => label.length)) + 2
  return [
    words.title,
    '='.repeat(words.title.length),
    '',
    ...facts.map(([label, value]) => `${label.padEnd(labelWidth)}${value}`),
    '',
    words.hash,
    ...hashLines(anchor.hash).map((line) => `  ${line}`),
    '',
    ...wrap(words.howToCheck),
    '',
    `  betang audit verify --anchor ${anchor.hash}`,
    '',
    ...words.signers.flatMap((signer) => ['', '', `${'.'.repeat(36)}  ${signer}`]),
    '',
  ].join('\n')
}

/** The same page for a browser's print. */
export function anchorHtml(anchor: Anchor, language: 'id' | 'en'): string {
  const words = anchorWords[language]
  const facts = factsOf(anchor, words)
    .map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`)
    .join('\n')
  const signers = words.signers.map((signer) => `<p class="signer">${signer}</p>`).join('\n')
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<title>${words.title} ${anchor.anchoredOn}</title>
<style>
  @page { size: A4; margin: 25mm; }
  body { font: 12pt/1.5 'Plus Jakarta Sans', sans-serif; max-width: 160mm; margin: 15mm auto; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: 1mm 8mm; }
  dd { margin: 0; font-weight: 600; }
  pre { font: 12pt/1.6 monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
  .signers { display: grid; grid-template-columns: 1fr 1fr; gap: 12mm; margin-top: 10mm; }
  .signer { margin: 25mm 0 0; padding-top: 2mm; border-top: 1px solid; }
</style>
<h1>${words.title}</h1>
<dl>
${facts}
</dl>
<h2>${words.hash}</h2>
<pre>${hashLines(anchor.hash).join('\n')}</pre>
<p>${words.howToCheck}</p>
<pre>betang audit verify --anchor ${anchor.hash}</pre>
<div class="signers">
${signers}
</div>
</html>
`
}

function factsOf(anchor: Anchor, words: AnchorWords): (readonly [string, string])[] {
  return [
    [words.day, anchor.anchoredOn],
    [words.madeAt, anchor.madeAt],
    [words.events, String(anchor.seq)],
  ]
}

/** Groups that an eye can compare with a screen. */
function hashLines(hash: string): string[] {
  const groups = hash.match(/.{8}/g) ?? []
  return [groups.slice(0, 4).join(' '), groups.slice(4).join(' ')]
}

function wrap(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length >= lineWidth) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}
