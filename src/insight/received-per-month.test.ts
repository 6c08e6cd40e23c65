import { describe, expect, it } from 'vitest'
import { receivedRpPerMonth } from './received-per-month.ts'

const programmes = [
  { code: 'PKH', paidEvery: 'quarter' },
  { code: 'SEMBAKO', paidEvery: 'month' },
  { code: 'PIP', paidEvery: 'year' },
  { code: 'BSPS', paidEvery: null },
] as const

const paid = (programme: string, received_on: string | null, amount_rp: number | null) => ({
  programme,
  received_on,
  amount_rp,
})
const perMonth = (...received: readonly ReturnType<typeof paid>[]) =>
  receivedRpPerMonth(received, programmes, '2025-07-01')

describe('receivedRpPerMonth', () => {
  it('is the year’s monthly and quarterly payments over twelve', () => {
    expect(
      perMonth(paid('SEMBAKO', '2025-05-01', 400_000), paid('PKH', '2025-04-01', 725_000)),
    ).toBe(93_750)
    expect(perMonth(paid('SEMBAKO', '2025-05-01', 200_000))).toBe(16_667)
  })

  it('knows a programme by the words of a list', () => {
    expect(perMonth(paid('Bantuan Sembako (BPNT)', '2025-05-01', 1_200_000))).toBe(100_000)
  })

  it('counts the last twelve months, the day of the run in and the day a year before out', () => {
    expect(perMonth(paid('PKH', '2025-07-01', 1_200_000))).toBe(100_000)
    expect(perMonth(paid('PKH', '2024-07-02', 1_200_000))).toBe(100_000)
    expect(perMonth(paid('PKH', '2024-07-01', 1_200_000))).toBeNull()
    expect(perMonth(paid('PKH', '2025-07-02', 1_200_000))).toBeNull()
  })

  it('leaves out what comes once or yearly, and says nothing where no amount is known', () => {
    expect(perMonth(paid('PIP', '2025-05-01', 450_000))).toBeNull()
    expect(perMonth(paid('BSPS', '2025-05-01', 20_000_000))).toBeNull()
    expect(perMonth(paid('Zakat: paket', '2025-05-01', 300_000))).toBeNull()
    expect(perMonth(paid('PKH', null, 500_000), paid('PKH', '2025-05-01', null))).toBeNull()
    expect(perMonth()).toBeNull()
    expect(receivedRpPerMonth([paid('PKH', '2025-05-01', 1)], programmes, null)).toBeNull()
  })
})
