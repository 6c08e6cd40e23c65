import { z } from 'zod'
import { AppError } from '#platform/errors'
import { answeredStates, type DukcapilQuestion, type DukcapilService } from './service.ts'

/** A gateway of the office that holds the agreement; it speaks Dukcapil's own protocol. */
export interface GatewaySettings {
  /** HTTPS, or HTTP on this machine. */
  readonly url: URL
  /** Sent as a bearer token. */
  readonly token: string
}

const longestMs = 60_000
const longestAnswerBytes = 1_000_000

const GatewayAnswer = z.strictObject({
  answers: z.array(
    z
      .strictObject({
        state: z.enum(answeredStates),
        address: z.enum(['same', 'different', 'not-told']),
      })
      .nullable(),
  ),
})

/**
 * The service behind a gateway: a `POST` of `{ "questions": [{ "nik", "name", "birthDate", "address" }] }`
 * is answered by `{ "answers": [{ "state", "address" } or null] }`, one entry a question in their order. Whatever else comes back is no answer. Redirects are not followed.
 */
export function connectGateway({ url, token }: GatewaySettings): DukcapilService {
  async function ask(questions: readonly DukcapilQuestion[], signal: AbortSignal) {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ questions }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(longestMs)]),
    })
    if (response.status !== 200) {
      await response.body?.cancel()
      throw new AppError('dukcapil-unreachable', { reason: String(response.status) })
    }
    return readAnswer(await readText(response), questions.length)
  }
  return {
    name: url.host,
    async check(questions, signal) {
      try {
        return await ask(questions, signal)
      } catch (cause) {
        // The words of a failed fetch may hold what was sent: only their kind is told.
        if (cause instanceof AppError) throw cause
        const reason = cause instanceof Error ? cause.name : 'unknown'
        throw new AppError('dukcapil-unreachable', { reason })
      }
    },
  }
}

async function readText(response: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.byteLength
    if (size > longestAnswerBytes) throw new AppError('dukcapil-answer-invalid', {})
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function readAnswer(text: string, questionCount: number) {
  const read = GatewayAnswer.safeParse(parseJson(text))
  if (!read.success || read.data.answers.length !== questionCount) {
    throw new AppError('dukcapil-answer-invalid', {})
  }
  return read.data.answers.map((answer) => answer ?? undefined)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
