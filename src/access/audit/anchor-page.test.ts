import { describe, expect, it } from 'vitest'
import { anchorHtml, anchorText } from './anchor-page.ts'

const anchor = {
  seq: 4120,
  anchoredOn: '2026-07-01',
  hash: '0123456789abcdef'.repeat(4),
  madeAt: '2026-07-01T02:00:00.000Z',
}

describe('a printed anchor', () => {
  it.each(['id', 'en'] as const)(
    'has day, number of events, hash and signers in %s',
    (language) => {
      const text = anchorText(anchor, language)
      const html = anchorHtml(anchor, language)
      for (const page of [text, html]) {
        for (const part of ['2026-07-01', '4120', '01234567 89abcdef', `--anchor ${anchor.hash}`]) {
          expect(page).toContain(part)
        }
        expect(page).toMatch(/Auditor/)
      }
      expect(text.split('\n').every((line) => line.length <= 100)).toBe(true)
      expect(html).toContain(`<html lang="${language}">`)
    },
  )
})
