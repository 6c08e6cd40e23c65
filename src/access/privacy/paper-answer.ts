import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { type PrintedDocument, toHtml, toMarkdown } from './document-page.ts'

/** Language of a paper: asked for, else Indonesian. */
export const Language = z.enum(['id', 'en']).default('id')

/**
 * Sends a document as a file. It is saved and opened from there: a page of this server carries no
 * style of its own.
 */
export function paperAnswer(
  reply: FastifyReply,
  document: PrintedDocument,
  name: string,
  format: 'html' | 'md' = 'html',
): FastifyReply {
  const body = format === 'html' ? toHtml(document) : toMarkdown(document)
  const type = format === 'html' ? 'text/html; charset=utf-8' : 'text/markdown; charset=utf-8'
  return fileAnswer(reply, Buffer.from(body, 'utf8'), type, `${name}.${format}`)
}

export function zipAnswer(reply: FastifyReply, bytes: Uint8Array, name: string): FastifyReply {
  return fileAnswer(reply, Buffer.from(bytes), 'application/zip', name)
}

export function fileAnswer(
  reply: FastifyReply,
  bytes: Uint8Array,
  type: string,
  name: string,
): FastifyReply {
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(bytes)
}
