/** Known holes in the packages that Betang runs on; a machine without a network checks nothing and says so. */
import { judgeAudit } from './judge-audit.ts'
import { runNpm } from './run-npm.ts'

const { stdout } = runNpm([
  'audit',
  '--json',
  '--omit=dev',
  '--fetch-retries=0',
  '--fetch-timeout=20000',
])
const verdict = judgeAudit(stdout)
if (verdict.kind === 'clean') console.log('none known')
else if (verdict.kind === 'not-checked') console.log('not checked: the registry gives no answer')
else console.log(verdict.lines.join('\n'))
process.exit(verdict.kind === 'serious' ? 1 : 0)
