/** Some whole rows of a sheet's XML, one character a byte. */
export interface SheetPiece {
  readonly xml: string
  /** What stands before the rows is in front of it. */
  readonly isFirst: boolean
  /** What stands behind the rows is at its end. */
  readonly isLast: boolean
}

const rowEnd = '</row>'

/**
 * The XML of a sheet cut behind rows, in pieces of about `pieceBytes`; a row that is longer stays whole.
 *
 * @param steps the sheet's bytes from the first on.
 */
export function* cutSheet(steps: Iterable<Uint8Array>, pieceBytes: number): Generator<SheetPiece> {
  let waiting: Uint8Array[] = []
  let bytes = 0
  let enough = pieceBytes
  let isFirst = true
  for (const step of steps) {
    waiting.push(step)
    bytes += step.length
    if (bytes < enough) continue
    const joined = Buffer.concat(waiting, bytes)
    let at = 0
    for (;;) {
      const end = findCut(joined, at, pieceBytes)
      if (end === undefined) break
      yield { xml: joined.toString('latin1', at, end), isFirst, isLast: false }
      isFirst = false
      at = end
    }
    waiting = [joined.subarray(at)]
    bytes -= at
    enough = bytes + pieceBytes
  }
  yield { xml: Buffer.concat(waiting, bytes).toString('latin1'), isFirst, isLast: true }
}

/** Behind the last row that ends within a piece, else behind the one that is longer. */
function findCut(xml: Buffer, at: number, pieceBytes: number): number | undefined {
  if (xml.length - at < pieceBytes) return undefined
  const last = xml.lastIndexOf(rowEnd, at + pieceBytes - rowEnd.length)
  const end = last < at ? xml.indexOf(rowEnd, at) : last
  return end < 0 ? undefined : end + rowEnd.length
}
