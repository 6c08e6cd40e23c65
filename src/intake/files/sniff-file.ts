/** What a file is by its first bytes; its name is not asked. */
export type FileForm = 'zip' | 'ole' | 'pdf' | 'text' | 'markup' | 'binary' | 'empty'

const signatures: readonly { readonly form: FileForm; readonly bytes: readonly number[] }[] = [
  { form: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { form: 'zip', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { form: 'ole', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { form: 'binary', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { form: 'binary', bytes: [0xff, 0xd8, 0xff] },
  { form: 'binary', bytes: [0x47, 0x49, 0x46, 0x38] },
  { form: 'binary', bytes: [0x7f, 0x45, 0x4c, 0x46] },
  { form: 'binary', bytes: [0x4d, 0x5a, 0x90, 0x00] },
  { form: 'binary', bytes: [0x52, 0x61, 0x72, 0x21] },
  { form: 'binary', bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { form: 'binary', bytes: [0x1f, 0x8b, 0x08] },
]

/** The form of a file from its content. PDF allows junk before its mark, so the first 1 kB is looked at. */
export function sniffFile(content: Uint8Array): FileForm {
  if (content.length === 0) return 'empty'
  const signature = signatures.find(({ bytes }) => bytes.every((byte, at) => content[at] === byte))
  if (signature) return signature.form

  const head = Buffer.from(content.subarray(0, 1024)).toString('latin1')
  if (head.includes('%PDF-')) return 'pdf'
  if (/^\s*(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype html|html|table|\?xml)/i.test(head))
    return 'markup'
  return looksBinary(content) ? 'binary' : 'text'
}

/** Control bytes have no place in a list; UTF-16 announces itself or has a zero in every other byte. */
function looksBinary(content: Uint8Array): boolean {
  if (utf16Form(content)) return false
  const sample = content.subarray(0, 64 * 1024)
  let controls = 0
  for (const byte of sample) {
    if (byte === 0) return true
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 26)
      controls++
  }
  return controls > sample.length / 200
}

/** UTF-16 by its mark, or by zeros in every other byte of Latin text. */
export function utf16Form(content: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (content[0] === 0xff && content[1] === 0xfe) return 'utf-16le'
  if (content[0] === 0xfe && content[1] === 0xff) return 'utf-16be'
  const pairs = Math.min(Math.floor(content.length / 2), 512)
  if (pairs < 4) return undefined
  let evenZeros = 0
  let oddZeros = 0
  for (let pair = 0; pair < pairs; pair++) {
    if (content[2 * pair] === 0) evenZeros++
    if (content[2 * pair + 1] === 0) oddZeros++
  }
  if (oddZeros > pairs * 0.9 && evenZeros < pairs * 0.05) return 'utf-16le'
  if (evenZeros > pairs * 0.9 && oddZeros < pairs * 0.05) return 'utf-16be'
  return undefined
}
