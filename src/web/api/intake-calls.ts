import { queryOptions } from '@tanstack/react-query'
import type { AnswerOf } from './calls.ts'
import { ApiProblem, callApi, problemOf } from './http.ts'

export type HandedFiles = AnswerOf<'GET', '/intake-files'>
export type HandedFile = AnswerOf<'GET', '/intake-files/{fileId}'>
export type FileCauses = AnswerOf<'GET', '/intake-files/{fileId}/causes'>
export type FileCause = FileCauses['causes'][number]
export type FileSheet = AnswerOf<'GET', '/intake-files/{fileId}/sheets'>['sheets'][number]
export type FileRows = AnswerOf<'GET', '/intake-files/{fileId}/sheets/{sheetPlace}/rows'>

const whileReadingMs = 1500

/** Files as offices handed them over, the latest first. */
export const handedFilesQuery = queryOptions({
  queryKey: ['intake-files'],
  queryFn: ({ signal }) => callApi('GET', '/intake-files', { signal }),
  refetchInterval: ({ state }) =>
    state.data?.files.some((file) => file.state === 'received') ? whileReadingMs : false,
})

/** One file; asked again while it is being read. */
export const handedFileQuery = (fileId: string) =>
  queryOptions({
    queryKey: ['intake-file', fileId],
    queryFn: ({ signal }) => callApi('GET', '/intake-files/{fileId}', { path: { fileId }, signal }),
    refetchInterval: ({ state }) =>
      state.data && isBeingRead(state.data) ? whileReadingMs : false,
  })

export function isBeingRead({ reading }: HandedFile): boolean {
  return reading.state === 'waiting' || reading.state === 'running'
}

/** Whether a file that nobody has read yet is not being read either. */
export function isReadingStopped({ firstReading }: Pick<HandedFile, 'firstReading'>): boolean {
  return firstReading === 'failed' || firstReading === 'cancelled' || firstReading === 'none'
}

/** Has a file read once more, in the background. */
export async function readAgain(fileId: string): Promise<void> {
  await callApi('POST', '/intake-files/{fileId}/reading', { path: { fileId } })
}

/** @param version changes when the file has been read anew. */
export const fileCausesQuery = (fileId: string, version: string) =>
  queryOptions({
    queryKey: ['intake-file', fileId, 'causes', version],
    queryFn: ({ signal }) =>
      callApi('GET', '/intake-files/{fileId}/causes', { path: { fileId }, signal }),
  })

export const fileSheetsQuery = (fileId: string, version: string) =>
  queryOptions({
    queryKey: ['intake-file', fileId, 'sheets', version],
    queryFn: ({ signal }) =>
      callApi('GET', '/intake-files/{fileId}/sheets', { path: { fileId }, signal }),
  })

export type ColumnMeaning = AnswerOf<'GET', '/column-meanings'>['meanings'][number]

/** What a column of a list can mean, in the words of mappings. */
export const columnMeaningsQuery = queryOptions({
  queryKey: ['column-meanings'],
  queryFn: ({ signal }) => callApi('GET', '/column-meanings', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})

/** Says what a column means; the file is read again, and the office's next one is read so. */
export async function sayMeaning(
  fileId: string,
  { sheetPlace, mapping }: FileSheet,
  heading: string,
  meaning: ColumnMeaning | null,
): Promise<void> {
  await callApi('PUT', '/intake-files/{fileId}/sheets/{sheetPlace}/mapping', {
    path: { fileId, sheetPlace },
    body: { ...mapping, columns: { ...mapping?.columns, [heading]: meaning } },
    key: crypto.randomUUID(),
  })
}

export interface RowsAsked {
  readonly fileId: string
  readonly sheetPlace: number
  readonly show: 'all' | 'attention' | 'look' | 'held'
  readonly from: number
  readonly code?: string | undefined
  readonly column?: number | undefined
}

export const fileRowsQuery = (asked: RowsAsked, version: string) =>
  queryOptions({
    queryKey: ['intake-file', asked.fileId, 'rows', version, asked],
    queryFn: ({ signal }) => {
      const { fileId, sheetPlace, show, from, code, column } = asked
      return callApi('GET', '/intake-files/{fileId}/sheets/{sheetPlace}/rows', {
        path: { fileId, sheetPlace },
        query: { show, from, code, column, count: 50 },
        signal,
      })
    },
  })

export const fileDifferenceQuery = (
  fileId: string,
  kind: 'new' | 'gone' | 'changed' | 'inactive',
) =>
  queryOptions({
    queryKey: ['intake-file', fileId, 'difference', kind],
    queryFn: ({ signal }) =>
      callApi('GET', '/intake-files/{fileId}/difference', {
        path: { fileId },
        query: { kind, count: 100 },
        signal,
      }),
  })

/** What comes with a file: the paper of hand-over, and the file that it puts right. */
export interface HandOverWords {
  readonly paperNumber: string
  readonly paperDate: string
  readonly purpose: string
  readonly replaces?: string | undefined
}

/** Hands a file over as it is. @throws ApiProblem as every call. */
export function handOver(file: File, words: HandOverWords): Promise<{ readonly fileId: string }> {
  const { paperNumber, paperDate, purpose, replaces } = words
  return sendBytes('/api/v1/intake-files', file, {
    'x-file-name': encodeURIComponent(file.name),
    ...(paperNumber && { 'x-paper-number': encodeURIComponent(paperNumber) }),
    ...(paperDate && { 'x-paper-date': paperDate }),
    ...(purpose && { 'x-purpose': encodeURIComponent(purpose) }),
    ...(replaces && { 'x-replaces': replaces }),
  })
}

/** The mended workbook of held rows, back again. */
export function handBack(fileId: string, file: File): Promise<{ readonly cells: number }> {
  return sendBytes(`/api/v1/intake-files/${fileId}/mended-file`, file, {
    'x-file-name': encodeURIComponent(file.name),
  })
}

async function sendBytes<Answer>(
  address: string,
  file: File,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const response = await fetch(address, {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      ...headers,
      'content-type': 'application/octet-stream',
      'idempotency-key': crypto.randomUUID(),
    },
    body: file,
  }).catch((cause: unknown) => {
    throw new ApiProblem('network', 0, undefined, { cause })
  })
  if (!response.ok) throw await problemOf(response)
  return response.json()
}

/** Takes every proposal of a cause. */
export function takeProposals(
  fileId: string,
  { sheetPlace, column, code }: FileCause,
): Promise<{ readonly cells: number }> {
  return callApi('POST', '/intake-files/{fileId}/mends', {
    path: { fileId },
    body: { cause: { sheetPlace, column: column ?? 0, code } },
    key: crypto.randomUUID(),
  })
}

export interface TypedCell {
  readonly sheetPlace: number
  readonly row: number
  readonly column: number
  readonly value: string
}

export function mendCells(
  fileId: string,
  cells: readonly TypedCell[],
): Promise<{ readonly cells: number }> {
  return callApi('POST', '/intake-files/{fileId}/mends', {
    path: { fileId },
    body: { cells },
    key: crypto.randomUUID(),
  })
}

export async function undoMend(fileId: string): Promise<void> {
  await callApi('DELETE', '/intake-files/{fileId}/mends/last', {
    path: { fileId },
    key: crypto.randomUUID(),
  })
}

export type Warning = HandedFile['stopReasons'][number]['code']

export async function acceptFile(fileId: string, despite: readonly Warning[]): Promise<void> {
  await callApi('POST', '/intake-files/{fileId}/acceptance', {
    path: { fileId },
    body: { despite },
    key: crypto.randomUUID(),
  })
}

export async function withdrawFile(fileId: string, reason: string): Promise<void> {
  await callApi('DELETE', '/intake-files/{fileId}/acceptance', {
    path: { fileId },
    body: { reason },
    key: crypto.randomUUID(),
  })
}

/** Rows to mend, as a workbook for their office. */
export async function loadHeldRows(fileId: string): Promise<Blob> {
  const response = await fetch(`/api/v1/intake-files/${fileId}/held.xlsx`, {
    credentials: 'same-origin',
  }).catch((cause: unknown) => {
    throw new ApiProblem('network', 0, undefined, { cause })
  })
  if (!response.ok) throw await problemOf(response)
  return response.blob()
}
