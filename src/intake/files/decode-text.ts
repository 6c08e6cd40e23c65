import iconv from 'iconv-lite'
import { utf16Form } from './sniff-file.ts'

/**
 * The text of a file without its byte order mark.
 *
 * UTF-8 where the bytes are valid UTF-8, else Windows-1252, which is what Excel in Indonesia writes
 * as "CSV". Bytes that are valid UTF-8 by chance and meant as Windows-1252 do not occur in practice.
 */
export function decodeText(content: Uint8Array): string {
  const utf16 = utf16Form(content)
  if (utf16) return withoutMark(new TextDecoder(utf16).decode(content))
  try {
    return withoutMark(new TextDecoder('utf-8', { fatal: true }).decode(content))
  } catch {
    return withoutMark(iconv.decode(Buffer.from(content), 'win1252'))
  }
}

function withoutMark(text: string): string {
  return keepable(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
}

/** The text with U+FFFD for each NUL: no store keeps that character, and what was there still shows. */
export function keepable(text: string): string {
  return text.replaceAll('\0', '\ufffd')
}
