import { AppError } from '#platform/errors'
import { portFault } from './port.ts'

/** A failure of the system under us as an error with words; undefined for a fault of our own. */
export function systemFault(error: unknown): AppError | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  if ('syscall' in error && error.syscall === 'listen') {
    return portFault(error, 'port' in error ? Number(error.port) : 0)
  }
  const path = 'path' in error ? String(error.path) : ''
  switch (error.code) {
    case 'EACCES':
    case 'EROFS':
    case 'EPERM':
    case 'ENOSPC':
      return new AppError(
        'out-not-writable',
        { path, reason: String(error.code) },
        { cause: error },
      )
    case 'ENOENT':
      return new AppError('file-not-found', { path }, { cause: error })
    default:
      return undefined
  }
}
