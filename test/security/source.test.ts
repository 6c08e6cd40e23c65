import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '..', '..')
const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => ({
    name: name.replaceAll('\\', '/'),
    text: readFileSync(path.join(root, 'src', name), 'utf8'),
  }))

const filesWith = (pattern: RegExp) =>
  files.filter(({ text }) => pattern.test(text)).map(({ name }) => name)

describe('the source', () => {
  it('is all here', () => {
    expect(files.length).toBeGreaterThan(300)
  })

  it.each([
    ['runs text as a program', /\beval\(|\bnew Function\(|from 'node:vm'/],
    ['writes HTML into a page', /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|document\.write/],
    [
      'takes messages from other windows',
      /\bpostMessage\(.*targetOrigin|addEventListener\('message'/,
    ],
    ['reads or writes a cookie in the browser', /document\.cookie/],
    ['keeps people from pasting', /onPaste|onBeforeInput.*preventDefault/],
    ['uses a cipher or hash that is broken', /'(?:md5|md4|des|rc4|aes-\d+-(?:ecb|cbc))'/],
    ['draws secrets from a weak generator', /Math\.random/],
    ['turns off the check of a certificate', /rejectUnauthorized: false|NODE_TLS_REJECT/],
    ['speaks through a shell', /shell: true|\bexecSync\(|\bexec\(\s*['"`]/],
  ])('nowhere %s', (_what, pattern) => {
    expect(filesWith(pattern)).toEqual([])
  })

  it('starts other programs from the command line only', () => {
    const starting = filesWith(/from 'node:child_process'/)
    expect(starting.filter((name) => !name.startsWith('cli/'))).toEqual([])
  })

  it('keeps theme, language and a mark of reloading in the browser, and nothing of persons', () => {
    const keeping = filesWith(/localStorage|sessionStorage|indexedDB|\bcaches\./)
    expect(keeping.toSorted()).toEqual([
      'web/i18n/language.ts',
      'web/page-code.ts',
      'web/pages/open-page.tsx',
      'web/shell/theme.ts',
    ])
  })
})
