import { ApiProblem } from './api/http.ts'

/**
 * The code of a page, which comes when it is first wanted.
 *
 * Without a connection it fails as a call to the server does, and is asked for again at each try.
 * Code that the server no longer has belongs to an older version: the app is loaded anew, once.
 */
export function pageCode<Code>(load: () => Promise<Code>): () => Promise<Code> {
  return async () => {
    try {
      const code = await load()
      sessionStorage.removeItem(reloadedKey)
      return code
    } catch (cause) {
      if (await isServerThere()) reloadOnce()
      throw new ApiProblem('network', 0, undefined, { cause })
    }
  }
}

const reloadedKey = 'betang.reloaded'

function reloadOnce(): void {
  if (sessionStorage.getItem(reloadedKey)) return
  sessionStorage.setItem(reloadedKey, 'yes')
  location.reload()
}

async function isServerThere(): Promise<boolean> {
  try {
    return (await fetch('/mark.svg', { cache: 'no-store' })).ok
  } catch {
    return false
  }
}
