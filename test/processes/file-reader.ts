/** Reads one kept file as the queue would hand it out, and says when it begins and when it is done. */
import { readKeptFile } from '#intake'
import { openStore } from '#platform/open-store'
import { makeSecrets } from '#platform/secrets'

const [, , url = '', fileId = ''] = process.argv
const store = await openStore({ url })
const secrets = makeSecrets(new Uint8Array(32).fill(7))
process.stdout.write('begin\n')
await readKeptFile(
  { db: store.db, secrets, clock: () => new Date() },
  { subjectId: fileId, signal: new AbortController().signal, onProgress: () => {} },
)
process.stdout.write('done\n')
await store.close()
