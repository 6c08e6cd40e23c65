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

/**
 * The parts of a zip that `wants` asks for, expanded, by name.
 *
 * The directory's own sizes and the number of parts are checked first, for every part; then each part is expanded in small
 * steps and counted, because a directory may lie. Nothing is expanded beyond the limits.
 *
 * @throws FileFaultError `file-corrupt`, `file-expands-too-far`, `file-password-protected`.
 */
export function expandZip(
  content: Uint8Array,
  wants: (name: string) => boolean,
): Record<string, Uint8Array> {
  const entries = readDirectory(content)
  const stated = entries.reduce((sum, entry) => sum + entry.statedBytes, 0)
  if (stated > maxExpandedBytes || entries.length > maxZipParts) {
    throw new FileFaultError('file-expands-too-far')
  }
  for (const entry of entries) refuseGrowth(entry.statedBytes, entry.compressedBytes)

  const parts: Record<string, Uint8Array> = {}
  let expandedBytes = 0
  for (const entry of entries) {
    if (!wants(entry.name)) continue
    if (entry.isEncrypted) throw new FileFaultError('file-password-protected')
    const part = expandEntry(content, entry, maxExpandedBytes - expandedBytes)
    expandedBytes += part.length
    parts[entry.name] = part
  }
  return parts
}

/** Names of all parts, in the directory's order. */
export function zipNames(content: Uint8Array): string[] {
  return readDirectory(content).map((entry) => entry.name)
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

function expandEntry(content: Uint8Array, entry: ZipEntry, allowedBytes: number): Uint8Array {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  const header = entry.headerOffset
  if (header + 30 > content.length || view.getUint32(header, true) !== localSignature) {
    throw new FileFaultError('file-corrupt')
  }
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
  const compressed = content.subarray(start, start + entry.compressedBytes)
  if (compressed.length < entry.compressedBytes) throw new FileFaultError('file-corrupt')
  if (entry.method === 0) return compressed
  if (entry.method !== 8) throw new FileFaultError('file-corrupt')
  return inflateCounted(compressed, allowedBytes)
}

/** Input is handed over in steps, so that even a lying part is stopped within one step's growth. */
const stepBytes = 16 * 1024

function inflateCounted(compressed: Uint8Array, allowedBytes: number): Uint8Array {
  const chunks: Uint8Array[] = []
  let expandedBytes = 0
  let isComplete = false
  const inflate = new Inflate((chunk, final) => {
    chunks.push(chunk)
    expandedBytes += chunk.length
    isComplete ||= final
  })
  try {
    for (let at = 0; at < compressed.length; at += stepBytes) {
      const isLast = at + stepBytes >= compressed.length
      inflate.push(compressed.subarray(at, at + stepBytes), isLast)
      if (expandedBytes > allowedBytes) throw new FileFaultError('file-expands-too-far')
      refuseGrowth(expandedBytes, compressed.length)
    }
  } catch (cause) {
    if (cause instanceof FileFaultError) throw cause
    throw new FileFaultError('file-corrupt', { cause })
  }
  if (!isComplete) throw new FileFaultError('file-corrupt')
  return Buffer.concat(chunks, expandedBytes)
}
