import type { ErrorCode, ErrorDetails } from './errors.ts'

/** What a person reads: what happened, and what to do. Complete by type. */
export type ErrorText<Code extends ErrorCode> = {
  readonly httpStatus: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503
  readonly id: (details: ErrorDetails[Code]) => string
  readonly en: (details: ErrorDetails[Code]) => string
}

export const errorTexts: { readonly [Code in ErrorCode]: ErrorText<Code> } = {
  'folder-not-found': {
    httpStatus: 404,
    id: ({ path }) => `Folder ${path} tidak ada. Periksa tulisannya.`,
    en: ({ path }) => `Folder ${path} does not exist. Check the spelling.`,
  },
  'folder-empty': {
    httpStatus: 422,
    id: ({ path }) => `Tidak ada berkas CSV, XLSX atau TXT di ${path}.`,
    en: ({ path }) => `There is no CSV, XLSX or TXT file in ${path}.`,
  },
}
