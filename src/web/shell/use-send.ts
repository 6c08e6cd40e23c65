import { useRef, useState } from 'react'
import { ProofDeclined, withFreshProof } from './fresh-proof.ts'

/** A write by a person: whether it is on its way, why it failed, and how to send it. */
export interface Sending {
  readonly isBusy: boolean
  readonly failure: unknown
  /**
   * Runs a write, with a fresh proof of the person where the server wants one; a second write
   * meanwhile does nothing. `key` is the same for another try with the same `what`, so that what
   * arrived although no answer came back is not made twice.
   */
  readonly send: (write: (key: string) => Promise<void>, what?: unknown) => Promise<void>
}

/** For a form or button that writes. */
export function useSend(): Sending {
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const running = useRef(false)
  const tried = useRef<{ readonly key: string; readonly what: string }>(undefined)

  async function send(write: (key: string) => Promise<void>, what?: unknown): Promise<void> {
    if (running.current) return
    running.current = true
    setBusy(true)
    setFailure(null)
    const text = JSON.stringify(what) ?? ''
    const attempt = tried.current?.what === text ? tried.current : { key: makeKey(), what: text }
    tried.current = attempt
    try {
      await withFreshProof(() => write(attempt.key))
      tried.current = undefined
    } catch (error) {
      if (!(error instanceof ProofDeclined)) setFailure(error)
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return { isBusy, failure, send }
}

function makeKey(): string {
  // `randomUUID` needs HTTPS, which an office network may not have.
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}
