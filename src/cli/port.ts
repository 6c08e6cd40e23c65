import { createServer } from 'node:net'
import { AppError } from '#platform/errors'

/**
 * Makes sure that a port can be served, before long work begins.
 *
 * @throws AppError `port-in-use`, `port-refused`; other faults of the address as they come.
 */
export function checkPort(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => reject(portFault(error, port) ?? error))
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

/** What a fault of listening means for whoever chose the port. */
export function portFault(error: Error, port: number): AppError | undefined {
  if (!('code' in error)) return undefined
  if (error.code === 'EADDRINUSE') return new AppError('port-in-use', { port }, { cause: error })
  if (error.code === 'EACCES') return new AppError('port-refused', { port }, { cause: error })
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new AppError('address-unknown', {}, { cause: error })
  }
  return undefined
}
