import { existsSync, readFileSync } from 'node:fs'
import * as XLSX from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { toCsv } from './csv.ts'
import { isFormulaLike, neutralCell } from './inert-cell.ts'

/** Cells that run, or begin one that runs. */
const running = [
  ...['=1+1', '+1+1', '-1+1', '@SUM(1,1)', '-cmd|calc', "=cmd|'/C calc'!A0", "+cmd|'/C calc'!A0"],
  ...['\t=1+1', '\r=1+1', '\n=1+1', ' =1+1', '"=1+1"', "'=1+1", '\u200b=1+1', '\ufeff=1+1'],
  ...['\u00ad=1+1', '\u202e=1+1', '\u2060=1+1', '\u0001=1+1', '\u00a0=1+1', '\u3164=1+1'],
  ...['\uff1d1+1', '\uff0b1+1', '\uff0d1+1', '\uff20SUM(1)', '=HYPERLINK("http://127.0.0.1","x")'],
  ...['a;=1+1', 'a;"=1+1', 'dua\n=1+1', 'dua\r\n@SUM(1)', '-5;=1+1', '+62 812;+1+1', '-5\n=1+1'],
  ...['=', '@', '+', '-2+3', '+a', '=\u00a0'],
]
/** What must leave as it came. */
const kept = [
  ...[
    '-',
    '-5',
    '-12.50',
    '-1.250.000,50',
    '+62 812 0000 0000',
    '+62-812-0000-0000',
    '+62 (812) 0',
  ],
  ...['@ Jl. Merdeka', '08123456789', '3204110101900001', '2026-07-01', '01/07/2026', 'Siti', ''],
  ...[
    'siti@example.org',
    'a=b',
    'RT 03; RW 02',
    'a;-5',
    'a;+62 812',
    'dua\nbaris',
    '%0A=1+1',
    'a,=1',
  ],
]

const own = new URL('../../../shared/data/security/csv-injection.own.json', import.meta.url)
const OwnCases = z.object({ cells: z.array(z.string()), must_not_be_changed: z.array(z.string()) })

/** Every cell that a reader with this separator finds, with what it would run. */
function formulasOf(csv: string, separator: ',' | ';'): string[] {
  const book = XLSX.read(csv, { type: 'string', FS: separator, raw: false, cellFormula: true })
  return Object.values(book.Sheets).flatMap((sheet) =>
    Object.values(sheet).flatMap((cell: { f?: string }) =>
      typeof cell === 'object' && cell.f !== undefined ? [cell.f] : [],
    ),
  )
}

describe('a cell', () => {
  it.each(running)('that could run gets an apostrophe: %j', (text) => {
    expect(isFormulaLike(text)).toBe(true)
    expect(neutralCell(text).replaceAll("'", '')).toBe(text.replaceAll("'", ''))
    expect(neutralCell(neutralCell(text).slice(1))).not.toBe('')
  })

  it.each(kept)('that is none stays as it is: %j', (text) => {
    expect(neutralCell(text)).toBe(text)
  })

  it.each([',', ';'] as const)('runs in no spreadsheet that cuts at %j', (separator) => {
    const csv = toCsv(
      ['name', 'note'],
      running.map((text) => ['x', text]),
    )
    expect(formulasOf(csv, separator)).toEqual([])
  })

  it('is looked at in a moment, however it is made up', () => {
    const startedMs = performance.now()
    for (const sign of ['\n', ' ', '-', '(', ';', '\t;', '"', '1-', '\u200b']) {
      neutralCell(sign.repeat(200_000))
      neutralCell(`-${sign.repeat(200_000)}x`)
    }
    expect(performance.now() - startedMs).toBeLessThan(5000)
  })

  it.skipIf(!existsSync(own))('of the shared list runs nowhere, and others stay', () => {
    const { cells, must_not_be_changed } = OwnCases.parse(JSON.parse(readFileSync(own, 'utf8')))
    // Inside quotes a comma ends no cell, and `%0A` is no line end: these two are harmless as they are.
    const risky = cells.filter((text) => text !== 'a,=1+1' && text !== '%0A=1+1')
    for (const text of risky) expect([text, isFormulaLike(text)]).toEqual([text, true])
    for (const text of must_not_be_changed) expect(neutralCell(text)).toBe(text)
    const csv = toCsv(
      ['name', 'note'],
      cells.map((text) => ['x', text]),
    )
    expect(formulasOf(csv, ',')).toEqual([])
    expect(formulasOf(csv, ';')).toEqual([])
  })
})
