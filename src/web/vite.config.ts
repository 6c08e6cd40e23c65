import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/**
 * Leaves two languages of react-aria's own words in the bundle: English as it ships, and
 * Indonesian, which it does not have, from `messages/aria-id.ts`. Saves some 30 other languages.
 */
function ariaInTwoLanguages(): Plugin {
  const stringsFile = /react-aria(?:-components)?\/dist\/private\/(?:([a-z]+)\/)?intlStrings\.mjs$/
  return {
    name: 'aria-in-two-languages',
    enforce: 'pre',
    load(id) {
      const match = stringsFile.exec(id)
      if (!match) return null
      const english = /from "([^"]+\/en-US\.mjs)"/.exec(readFileSync(id, 'utf8'))?.[1]
      if (english === undefined) return null
      const part = match[1] ?? 'components'
      return [
        `import en from ${JSON.stringify(english)}`,
        `import { ariaId } from ${JSON.stringify(`${import.meta.dirname}/messages/aria-id.ts`)}`,
        `export default { 'en-US': en, 'id-ID': { ...en, ...ariaId[${JSON.stringify(part)}] } }`,
      ].join('\n')
    },
  }
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [ariaInTwoLanguages(), react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    sourcemap: false,
  },
})
