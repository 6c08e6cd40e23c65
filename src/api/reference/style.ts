import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const tokensFile = path.join(import.meta.dirname, '..', '..', 'web', 'ui', 'tokens.css')
/** The typeface as the built web app holds it, with a hash in its name. */
const typeface = /^plus-jakarta-sans-latin-wght-normal-[\w-]+\.woff2$/

/**
 * The style sheet of the pages: the product's own colours and type, then the pages' own rules.
 *
 * The tokens are read from where the web app keeps them, so that both change together. Without a
 * built web app the system's typeface stands in.
 */
export function referenceStyle(webDir: string | undefined): string {
  const tokens = readFileSync(tokensFile, 'utf8')
  const own = readFileSync(path.join(import.meta.dirname, 'reference.css'), 'utf8')
  const file = findTypeface(webDir)
  const ours =
    file === undefined
      ? tokens.replace(/@font-face \{\s*font-family: "Plus Jakarta Sans Variable";[^}]*\}\n/, '')
      : tokens.replace(/url\("@fontsource[^"]*"\)/, `url("/assets/${file}")`)
  return `${ours}\n${own}`
}

function findTypeface(webDir: string | undefined): string | undefined {
  const folder = webDir === undefined ? '' : path.join(webDir, 'assets')
  return existsSync(folder) ? readdirSync(folder).find((name) => typeface.test(name)) : undefined
}
