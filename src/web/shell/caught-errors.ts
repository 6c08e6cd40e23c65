import { NotPermitted } from './not-permitted.ts'

/**
 * Says in the console what a page failed on. That a role does not cover a page is no failure: it is
 * answered with a page of its own.
 */
export function reportCaught(error: unknown): void {
  if (!(error instanceof NotPermitted)) console.error(error)
}
