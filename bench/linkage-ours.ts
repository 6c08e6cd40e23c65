/** Our side of `linkage.ts`: a process of its own, so that its memory is its own. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { linkFiles } from '#linkage'

const [table = '', out = ''] = process.argv.slice(2)
await linkFiles({
  files: [table],
  idColumn: 'unique_id',
  out,
  settingsFile: path.join(import.meta.dirname, 'linkage-rules.yaml'),
})
const { seconds } = JSON.parse(readFileSync(path.join(out, 'timings.json'), 'utf8'))
const { all, ...stages } = seconds
const told = Object.values<number>(stages).reduce((sum, stage) => sum + stage, 0)
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
console.log(
  JSON.stringify({
    name: 'betang link',
    seconds: { ...stages, write: all - told },
    cpu_seconds: (userCPUTime + systemCPUTime) / 1e6,
    peak_memory_mb: maxRSS / 1000,
  }),
)
