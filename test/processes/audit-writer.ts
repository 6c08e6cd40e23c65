/** Writes events one after the other and prints the number of each once it is committed. */
import { bySystem, recordEvent } from '#access'
import { openStore } from '#platform/open-store'

const [, , url = ''] = process.argv
const { db } = await openStore({ url })
for (let no = 1; ; no++) {
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('run_state')
      .values({ key: `written-${process.pid}-${no}`, value: JSON.stringify(no) })
      .execute()
    await recordEvent(trx, { ...bySystem, action: 'write', detail: { pid: process.pid, no } })
  })
  process.stdout.write(`${no}\n`)
}
