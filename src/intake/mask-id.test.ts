import { expect, it } from 'vitest'
import { maskId } from './mask-id.ts'

it.each([
  ['6271034508900003', '6271••••••••0003'],
  ["'6271 0345 0890 0003", "'6271••••••••0003"],
  ['627103.450890.0003', '6271••••••••0003'],
  ['NIK 627103450890003, RT 2', 'NIK 6271•••••••0003, RT 2'],
  ['6271O110026100l1', '6271••••••••00l1'],
  ['Budi, 62710I1002610001, Jl. X', 'Budi, 6271••••••••0001, Jl. X'],
  ['Rp 1.575.000', 'Rp 1.575.000'],
  ['12-05-1985', '12-05-1985'],
])('masks every identity number in a text: %s', (text, expected) => {
  expect(maskId(text)).toBe(expected)
})
