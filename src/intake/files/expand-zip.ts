import { Inflate } from 'fflate'
import {
  FileFaultError,
  maxExpandedBytes,
  maxExpansion,
  maxZipParts,
  smallPartBytes,
} from './file-fault.ts'

interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly isEncrypted: boolean
  readonly compressedBytes: number
  readonly statedBytes: number
  readonly headerOffset: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50

/** A zip whose parts are expanded under limits that count them all together. */
export interface Zip {
  /** Of all parts, in the directory's order. */
  readonly names: readonly string[]
  /** Size of a part when expanded, as the directory states it; 0 for none. */
  readonly statedBytes: (name: string) => number
  /** @throws FileFaultError `file-corrupt`, `file-expands-too-far`, `file-password-protected`. */
  readonly expand: (name: string) => Uint8Array
  /** A part from its beginning on, some 100 kB a step. @throws FileFaultError as `expand` does. */
  readonly steps: (name: string) => Generator<Uint8Array>
}

/**
 * Opens a zip: the directory's own sizes and the number of parts are checked first, for every part;
 * then each part is expanded in small steps and counted, because a directory may lie. Nothing is
 * expanded beyond the limits.
 *
 * @throws FileFaultError `file-corrupt`, `file-expands-too-far`.
 */
export function openZip(content: Uint8Array): Zip {
  const entries = readDirectory(content)
  const stated = entries.reduce((sum, entry) => sum + entry.statedBytes, 0)
  if (stated > maxExpandedBytes || entries.length > maxZipParts) {
    throw new FileFaultError('file-expands-too-far')
  }
  for (const entry of entries) refuseGrowth(entry.statedBytes, entry.compressedBytes)

  const entryByName = new Map(entries.map((entry) => [entry.name, entry]))
  let expandedBytes = 0
  function* steps(name: string): Generator<Uint8Array> {
    const entry = entryByName.get(name)
    if (!entry) return
    if (entry.isEncrypted) throw new FileFaultError('file-password-protected')
    for (const step of entrySteps(content, entry)) {
      expandedBytes += step.length
      if (expandedBytes > maxExpandedBytes) throw new FileFaultError('file-expands-too-far')
      yield step
    }
  }
  return {
    names: entries.map(({ name }) => name),
    statedBytes: (name) => entryByName.get(name)?.statedBytes ?? 0,
    expand: (name) => joinSteps(steps(name), entryByName.get(name)?.statedBytes ?? 0),
    steps,
  }
}

/** One buffer of the stated size is filled; what goes beyond a size that lies is joined at the end. */
function joinSteps(steps: Iterable<Uint8Array>, statedBytes: number): Uint8Array {
  const joined = Buffer.allocUnsafe(statedBytes)
  const beyond: Uint8Array[] = []
  let at = 0
  for (const step of steps) {
    if (beyond.length > 0 || at + step.length > statedBytes) {
      beyond.push(step)
      continue
    }
    joined.set(step, at)
    at += step.length
  }
  return beyond.length > 0
    ? Buffer.concat([joined.subarray(0, at), ...beyond])
    : joined.subarray(0, at)
}

/**
 * The parts of a zip that `wants` asks for, expanded, by name.
 *
 * @throws FileFaultError `file-corrupt`, `file-expands-too-far`, `file-password-protected`.
 */
export function expandZip(
  content: Uint8Array,
  wants: (name: string) => boolean,
): Record<string, Uint8Array> {
  const zip = openZip(content)
  const wanted = [...new Set(zip.names)].filter(wants)
  return Object.fromEntries(wanted.map((name) => [name, zip.expand(name)]))
}

function refuseGrowth(expandedBytes: number, compressedBytes: number) {
  if (
    expandedBytes > smallPartBytes &&
    expandedBytes > maxExpansion * Math.max(1, compressedBytes)
  ) {
    throw new FileFaultError('file-expands-too-far')
  }
}

function readDirectory(content: Uint8Array): ZipEntry[] {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  const end = findEnd(view)
  if (end < 0) throw new FileFaultError('file-corrupt')
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)

  const entries: ZipEntry[] = []
  for (let entryNo = 0; entryNo < count; entryNo++) {
    if (at + 46 > content.length || view.getUint32(at, true) !== entrySignature) {
      throw new FileFaultError('file-corrupt')
    }
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const commentLength = view.getUint16(at + 32, true)
    entries.push({
      name: new TextDecoder().decode(content.subarray(at + 46, at + 46 + nameLength)),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      compressedBytes: view.getUint32(at + 20, true),
      statedBytes: view.getUint32(at + 24, true),
      headerOffset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + extraLength + commentLength
  }
  if (entries.length === 0) throw new FileFaultError('file-corrupt')
  return entries
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === endSignature) return at
  }
  return -1
}

function* entrySteps(content: Uint8Array, entry: ZipEntry): Generator<Uint8Array> {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  const header = entry.headerOffset
  if (header + 30 > content.length || view.getUint32(header, true) !== localSignature) {
    throw new FileFaultError('file-corrupt')
  }
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
  const compressed = content.subarray(start, start + entry.compressedBytes)
  if (compressed.length < entry.compressedBytes) throw new FileFaultError('file-corrupt')
  if (entry.method === 0) yield compressed
  else if (entry.method === 8) yield* inflateCounted(compressed)
  else throw new FileFaultError('file-corrupt')
}

/** Input is handed over in steps, so that even a lying part is stopped within one step's growth. */
const stepBytes = 16 * 1024

function* inflateCounted(compressed: Uint8Array): Generator<Uint8Array> {
  let steps: Uint8Array[] = []
  let expandedBytes = 0
  let isComplete = false
  const inflate = new Inflate((step, final) => {
    steps.push(step)
    expandedBytes += step.length
    isComplete ||= final
  })
  for (let at = 0; at < compressed.length; at += stepBytes) {
    try {
      inflate.push(compressed.subarray(at, at + stepBytes), at + stepBytes >= compressed.length)
    } catch (cause) {
      throw new FileFaultError('file-corrupt', { cause })
    }
    refuseGrowth(expandedBytes, compressed.length)
    yield* steps
    steps = []
  }
  if (!isComplete) throw new FileFaultError('file-corrupt')
}
