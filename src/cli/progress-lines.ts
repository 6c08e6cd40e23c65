import type { OnProgress, Stage } from '#platform/progress'
import { say } from './language.ts'

const stageNames: Readonly<Record<Stage, readonly [string, string]>> = {
  intake: ['Membaca daftar', 'Reading lists'],
  linkage: ['Mencocokkan orang', 'Matching persons'],
  registry: ['Menyatukan keluarga', 'Joining families'],
  ledger: ['Mencatat bantuan', 'Booking help received'],
  assessment: ['Menilai kebutuhan', 'Assessing needs'],
  programme: ['Memutus hak program', 'Deciding entitlements'],
  partner: ['Membaca penawaran', 'Reading offers'],
  allocation: ['Membagi bantuan', 'Allocating'],
  coordination: ['Menyusun matriks', 'Composing the matrix'],
  store: ['Menyimpan', 'Storing'],
}
const barWidth = 24

/** A bar a stage on a terminal; one line a finished stage elsewhere. */
export function progressLines(stream: NodeJS.WriteStream): {
  readonly tell: OnProgress
  readonly end: () => void
} {
  let isLineOpen = false
  const tell: OnProgress = ({ stage, share, detail }) => {
    const [id, en] = stageNames[stage]
    const name = say(id, en).padEnd(24)
    if (!stream.isTTY) {
      if (share >= 1) stream.write(`${name} 100%\n`)
      return
    }
    const filled = Math.round(share * barWidth)
    const bar = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`
    const percent = `${Math.round(share * 100)}%`.padStart(4)
    stream.write(`\r\u001b[2K${name} ${bar} ${percent} ${detail ?? ''}`)
    isLineOpen = share < 1
    if (share >= 1) stream.write('\n')
  }
  return {
    tell,
    end: () => {
      if (isLineOpen) stream.write('\n')
    },
  }
}
