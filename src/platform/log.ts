import { type DestinationStream, pino } from 'pino'
import { AppError } from './errors.ts'

/** Facts beside a message: ids, counts, durations, an `error`. */
export type LogFacts = Readonly<Record<string, unknown>>

/** Where a process tells what it does; a line of JSON each. */
export interface Log {
  readonly info: (message: string, facts?: LogFacts) => void
  readonly warn: (message: string, facts?: LogFacts) => void
  readonly error: (message: string, facts?: LogFacts) => void
}

/** Property names whose values are about a person or a secret: they never reach a log. */
const personalKey =
  /nik|kk|name|birth|phone|address|mother|guardian|email|query|body|param|password|token|cookie|authorization|values|fields|detail|^q$/i
/** A NIK, a KK and a phone number are all longer than this. */
const longDigits = /\d{8,}/g
const smallestNik = 1e14
/** A database quotes the offending value in its message. */
const quoted = /"[^"]*"|'[^']*'|\([^()]*\)=\([^()]*\)/g
const framesKept = 8

/**
 * A log that keeps persons out: personal properties and long runs of digits are blotted out, and an
 * error gives its kind, code and place, but not the values in its message.
 */
export function makeLog(destination?: DestinationStream): Log {
  const options = {
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  }
  const logger = destination ? pino(options, destination) : pino(options)
  return {
    info: (message, facts = {}) => logger.info(cleanFacts(facts), blot(message)),
    warn: (message, facts = {}) => logger.warn(cleanFacts(facts), blot(message)),
    error: (message, facts = {}) => logger.error(cleanFacts(facts), blot(message)),
  }
}

/** A log that says nothing; for tests and commands that speak for themselves. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} }

function blot(text: string): string {
  return text.replace(longDigits, '•')
}

function cleanFacts(facts: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [
      blot(key),
      personalKey.test(key) ? '[blotted]' : clean(value),
    ]),
  )
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return blot(value)
  if (typeof value === 'number' || typeof value === 'bigint') {
    return Math.abs(Number(value)) >= smallestNik ? '•' : Number(value)
  }
  if (value instanceof Error) return cleanError(value)
  if (Array.isArray(value)) return value.map(clean)
  if (typeof value === 'object' && value !== null) return cleanFacts(value)
  return value
}

function cleanError(error: Error): Record<string, unknown> {
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? []
  return {
    kind: error.name,
    code: 'code' in error ? error.code : undefined,
    message: error instanceof AppError ? error.code : blot(error.message.replace(quoted, '…')),
    at: frames.slice(0, framesKept).map((line) => line.trim()),
    cause: error.cause instanceof Error ? cleanError(error.cause) : undefined,
  }
}
