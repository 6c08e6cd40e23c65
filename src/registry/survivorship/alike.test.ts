import { expect, it } from 'vitest'
import { alikeKey } from './alike.ts'

it.each([
  ['address', 'Jln. Anggrek', 'Jalan Anggrek'],
  ['address', 'Jl. Anggrek No. 3', 'JALAN ANGGREK NO 3'],
  ['address', 'Belakang  pasar', 'belakang pasar'],
  ['name', 'SITI AISYAH', 'Siti Aisyah'],
  ['phone', '+62 812-5000-1111', '081250001111'],
  ['roof', 'zinc', 'zinc'],
])('writes one %s for "%s" and "%s"', (field, one, other) => {
  expect(alikeKey(field, one)).toBe(alikeKey(field, other))
})

it.each([
  ['address', 'Jl. Anggrek No. 3', 'Jl. Anggrek No. 8'],
  ['address', 'Jl. Anggrek', 'Jl. Mawar'],
  ['address', 'belakang pasar', 'belakang masjid'],
  ['name', 'Siti Aisyah', 'Siti Aminah'],
  ['floorAreaM2', '2.5', '25'],
  ['birthDate', '1980-01-02', '1980-02-01'],
])('keeps a %s apart: "%s" and "%s"', (field, one, other) => {
  expect(alikeKey(field, one)).not.toBe(alikeKey(field, other))
})
