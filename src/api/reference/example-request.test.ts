import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { type ExampleRequest, toCurl } from './example-request.ts'

/** What a shell would hand to curl, word by word. */
function wordsOf(command: string): string[] {
  const script = `BETANG=https://a.example BETANG_KEY=btg_1; curl() { for word; do printf '%s\\0' "$word"; done; }; ${command}`
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)
}

const search: ExampleRequest = {
  method: 'POST',
  url: '/api/v1/families/search',
  headers: { 'content-type': 'application/json', 'if-match': '"a$b`c"' },
  body: { q: 'na\'am $HOME \\ "x"' },
}

describe('an example as a command', () => {
  it('comes through a shell as it was meant', () => {
    expect(wordsOf(toCurl(search, 'key'))).toEqual([
      '-X',
      'POST',
      'https://a.example/api/v1/families/search',
      '-H',
      'Authorization: Bearer btg_1',
      '-H',
      'content-type: application/json',
      '-H',
      'if-match: "a$b`c"',
      '-d',
      JSON.stringify(search.body),
    ])
  })

  it('writes a file where the answer is one, and shows the session of a person', () => {
    const get = { method: 'GET', url: '/api/v1/privacy/notice?language=id', headers: {} }
    expect(wordsOf(toCurl(get, 'session', 'text/html'))).toEqual([
      'https://a.example/api/v1/privacy/notice?language=id',
      '-b',
      'cookies.txt',
      '-o',
      'notice.html',
    ])
    const matrix = { method: 'GET', url: '/api/v1/reports/oppkpke.xlsx', headers: {} }
    expect(wordsOf(toCurl(matrix, 'none', 'x/y')).at(-1)).toBe('oppkpke.xlsx')
  })
})
