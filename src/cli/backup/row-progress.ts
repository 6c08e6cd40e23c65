import type { OnRows } from '#platform/backup/copy-store'

/** One line on a terminal that says how far the rows are; nothing where nobody watches. */
export function rowProgress(
  stream: NodeJS.WriteStream,
  name: string,
): {
  readonly tell: OnRows | undefined
  readonly end: () => void
} {
  if (!stream.isTTY) return { tell: undefined, end: () => {} }
  let shown = -1
  return {
    tell: (done, total) => {
      const percent = total === 0 ? 100 : Math.floor((100 * done) / total)
      if (percent === shown) return
      shown = percent
      stream.write(`\r\u001b[2K${name} ${percent}%`)
    },
    end: () => stream.write('\r\u001b[2K'),
  }
}
