import { describe, expect, it } from 'vitest'
import type { RowFields } from '#intake/schema'
import { buildRegister } from '../build-register.ts'
import { anIntake, type TestList } from '../intake-builder.ts'
import { judgeRegister } from './judge-register.ts'

const wardFields = { ward: '62.71.03.1002', district: '62.71.03', address: 'Jl. Rajawali 3' }
const whole: RowFields = {
  ...{ name: 'Siti Aminah', nik: '6271034508900003', kk: '6271031212120007', sex: 'female' },
  ...{ birthDate: '1990-08-05', birthPrecision: 'day', relation: 'head', marital: 'married' },
  ...{ education: 'senior', occupation: 'buruh cuci', ownsBusiness: false, disability: 'none' },
  ...{ chronicIllness: 'none', ...wardFields },
}
const other: RowFields = {
  ...{ name: 'Budi Santoso', nik: '6271010502850001', kk: '6271011212120001', sex: 'male' },
  ...{ birthDate: '1985-02-05', birthPrecision: 'day', relation: 'head', ...wardFields },
  address: 'Jl. Seth Adji 90',
}

const child: RowFields = {
  ...{ name: 'Rara', nik: '6271034108230001', kk: '6271031212120007', sex: 'female' },
  ...{ birthDate: '2023-08-01', birthPrecision: 'day', relation: 'child' },
  ...{ disability: 'none', chronicIllness: 'none', ...wardFields },
}

/** Judges lists in which each row comes from the office of its file. */
async function judge(
  rowsOf: Readonly<Record<string, readonly RowFields[]>>,
  findings: readonly { readonly file: string; readonly row: number; readonly code: string }[] = [],
) {
  const lists = Object.entries(rowsOf).map(
    ([file, rows]): TestList => ({ file, kind: 'register-person', rows }),
  )
  const made = anIntake(lists)
  const intake = {
    ...made,
    sheets: made.sheets.map((sheet) => ({ ...sheet, provider: sheet.file })),
    findings: findings.map((found) => ({ ...found, sheet: '', column: '', value: '', hint: '' })),
  }
  const register = buildRegister(intake)
  const { persons, findings: found } = await judgeRegister({ intake, register, on: '2025-07-01' })
  const nameOf = new Map(register.persons.map(({ personId, name }) => [personId, name ?? '']))
  return {
    persons: new Map(persons.map((person) => [nameOf.get(person.person_id), person])),
    codes: found
      .map((line) => `${line.code} ${nameOf.get(line.person_id) ?? '-'} ${line.offices.join('+')}`)
      .sort(),
  }
}

describe('the criteria of a record', () => {
  it('are met by one who stands once, on one card, with all that the national register asks', async () => {
    const { persons, codes } = await judge({ Dinsos: [whole] })
    expect(persons.get('Siti Aminah')).toMatchObject({
      is_unique: true,
      is_in_one_family: true,
      missing: [],
      offices: ['Dinsos'],
      ward: '62.71.03.1002',
    })
    expect(codes).toEqual([])
  })

  it('are not known without a NIK and a card, which is not the same as not met', async () => {
    const { nik: _nik, kk: _kk, ...rest } = whole
    const { persons, codes } = await judge({ Dinsos: [rest] })
    expect(persons.get('Siti Aminah')).toMatchObject({
      is_unique: null,
      is_in_one_family: null,
      missing: ['nomor_induk_kependudukan', 'nomor_kartu_keluarga'],
    })
    expect(codes).toEqual(['no-kk - Dinsos', 'no-nik Siti Aminah Dinsos'])
  })

  it('ask a small child neither for marriage, school nor work', async () => {
    const { persons } = await judge({ Dinsos: [whole, child] })
    expect(persons.get('Rara')?.missing).toEqual([])
  })

  it('leave out who died or moved away', async () => {
    const { persons } = await judge({
      Dinsos: [whole, other],
      Dukcapil: [{ ...other, event: 'death', eventDate: '2025-01-03' }],
    })
    expect([...persons.keys()]).toEqual(['Siti Aminah'])
  })
})

describe('what is to be put right', () => {
  it('is one number under two persons, in the lists that have it', async () => {
    const { persons, codes } = await judge({
      Dinsos: [whole],
      Disdik: [{ ...other, nik: '6271034508900003' }],
    })
    expect(persons.get('Budi Santoso')?.is_unique).toBe(false)
    expect(persons.get('Siti Aminah')?.is_unique).toBe(false)
    expect(codes).toContain('nik-two-persons Siti Aminah Dinsos')
    expect(codes).toContain('nik-two-persons Budi Santoso Disdik')
  })

  it('is a person whom one list puts on the card of another family', async () => {
    const { persons, codes } = await judge({
      Dinsos: [whole, child, other],
      BAZNAS: [{ ...whole, kk: '6271011212120001' }],
    })
    const torn = [...persons.values()].filter(({ is_in_one_family }) => is_in_one_family === false)
    expect(torn).toHaveLength(1)
    expect(codes.filter((line) => line.startsWith('two-families'))).toHaveLength(1)
  })

  it('is not an old card that no family has', async () => {
    const { codes } = await judge({
      Dinsos: [whole],
      BAZNAS: [{ ...whole, kk: '6271031212990042' }],
    })
    expect(codes.filter((line) => line.startsWith('two-families'))).toEqual([])
  })

  it.each([
    ['nik-birth-date-mismatch', { birthDate: '1990-05-08' }],
    ['nik-sex-mismatch', { sex: 'male' }],
    ['nik-region-not-city', { nik: '3271034508900003' }],
  ] as const)('is %s', async (code, change) => {
    const { codes } = await judge({ Dinsos: [{ ...whole, ...change }] })
    expect(codes).toEqual([`${code} Siti Aminah Dinsos`])
  })

  it('is no mismatch where only the century of a birth year cannot be told', async () => {
    const { codes } = await judge({
      Dinsos: [{ ...whole, nik: '6271014112100007', birthDate: '1910-12-01' }],
    })
    expect(codes).toEqual([])
  })

  it.each([
    ['nik-length', 'nik-format'],
    ['nik-digits-lost', 'nik-format'],
    ['nik-date-impossible', 'nik-date-impossible'],
    ['nik-serial-zero', 'nik-serial-zero'],
  ])('is a NIK that a list has wrong (%s) while none has it right', async (found, code) => {
    const { nik: _nik, ...rest } = whole
    const findings = [{ file: 'Dinsos', row: 2, code: found }]
    expect((await judge({ Dinsos: [rest] }, findings)).codes).toEqual([
      `${code} Siti Aminah Dinsos`,
    ])
    const right = await judge({ Dinsos: [rest], Disdik: [whole] }, findings)
    expect(right.codes).toEqual([])
  })

  it('is a place that no list tells', async () => {
    const { address: _address, ...rest } = whole
    expect((await judge({ Dinsos: [rest] })).codes).toEqual(['no-place - Dinsos'])
  })
})
