import { describe, expect, it } from 'vitest'
import { readSources } from '../read-sources.ts'
import type { RowFields } from '../schema.ts'
import { parseCell, textCell } from '../values/index.ts'
import { addParsed, fill, type RowDraft, shareChanges } from './row-changes.ts'

function aDraft(fields: RowFields = {}): RowDraft {
  return { fields, changes: '' }
}

describe('addParsed', () => {
  it('keeps what was done before a cell was parsed, and what parsing did', () => {
    const draft = aDraft()
    addParsed(draft, parseCell('ward', textCell('Mentengg')), ['carried-down'])
    expect(draft.fields.ward).toBe('62.71.03.1002')
    expect(shareChanges()(draft.changes)).toEqual({ ward: ['carried-down', 'region-repaired'] })
  })

  it('leaves the first word on a field, with its own changes', () => {
    const draft = aDraft({ rt: 4 })
    addParsed(draft, parseCell('rtRw', textCell('02/01')))
    expect(draft.fields).toEqual({ rt: 4, rw: 1 })
    expect(shareChanges()(draft.changes)).toEqual({ rw: ['unit-number'] })
  })

  it('says that remarks were joined', () => {
    const draft = aDraft()
    addParsed(draft, parseCell('note', textCell('janda')))
    addParsed(draft, parseCell('note', textCell('sakit')))
    expect(draft.fields.note).toBe('janda; sakit')
    expect(shareChanges()(draft.changes)).toEqual({ note: ['joined'] })
  })
})

it('fills an open field by name and leaves a set one', () => {
  const draft = aDraft({ rw: 3 })
  fill(draft, 'rw', 1, 'place-of-lines')
  fill(draft, 'rt', 2, 'place-of-lines')
  expect(draft.fields).toEqual({ rw: 3, rt: 2 })
  expect(shareChanges()(draft.changes)).toEqual({ rt: ['place-of-lines'] })
})

it('gives rows that were changed alike one object, and untouched rows none', () => {
  const share = shareChanges()
  const changed = () => {
    const draft = aDraft()
    addParsed(draft, parseCell('sex', textCell('P')))
    return draft
  }
  expect(share(changed().changes)).toBe(share(changed().changes))
  expect(share(aDraft({ name: 'SITI' }).changes)).toBeUndefined()
})

it('tells of changes that only rows together explain', async () => {
  const text = [
    'KELURAHAN LANGKAI',
    'No;Nama KK;NIK;No KK;Tgl Lahir',
    '1;SITI  AMINAH;6271010203040003;6271034508850003;01/01/1985',
    '2;BUDI;6271010502850001;6271010203040007;05/02/1985',
  ].join('\n')
  const { rows } = await readSources([{ file: 'a.csv', load: async () => Buffer.from(text) }], {
    today: '2025-07-01',
  })
  expect(rows[0]?.normalised).toEqual({
    name: ['tidied'],
    nik: ['columns-swapped'],
    kk: ['columns-swapped'],
    birthDate: ['date-form'],
    birthPrecision: ['date-precision', 'first-of-january'],
    ward: ['place-of-lines'],
    district: ['follows'],
    relation: ['head-of-list'],
  })
  expect(rows[1]?.normalised?.nik).toBeUndefined()
})
