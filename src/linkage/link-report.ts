import { html } from '#platform/html'
import type { TableLinkage } from './link-table.ts'
import type { LinkQuality } from './measure-quality.ts'
import type { ModelDocument } from './model-document.ts'
import type { LinkTable } from './tables/read-tables.ts'

export interface LinkReportInput {
  readonly table: LinkTable
  readonly linkage: TableLinkage
  readonly document: ModelDocument
  readonly quality: LinkQuality | undefined
}

/** A page that stands alone: what was compared, with which weights, and what came of it. */
export function linkReport({ document, quality }: LinkReportInput): string {
  return html`<!doctype html><title>Betang</title><pre>${JSON.stringify({ document, quality })}</pre>`
    .html
}
