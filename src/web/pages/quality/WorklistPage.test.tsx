// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { WorklistLine } from '#registry/schema'
import { openPage } from '../open-page.tsx'

const line: WorklistLine = {
  familyId: 'k7f2m9q4xa',
  personId: 'p7f2m9q4xa',
  name: 'AULIA',
  headName: 'NORLELA',
  nikMasked: null,
  kkMasked: null,
  ward: null,
  wardName: null,
  rt: null,
  birthDate: null,
  sex: null,
  nikBirth: null,
  nikSex: null,
  dukcapilState: 'belum_dicek',
  dukcapilAt: null,
  offices: [],
}
const page = {
  lines: [line, { ...line, personId: null, name: null }],
  total: 2,
  nextCursor: null,
}

describe('WorklistPage', () => {
  it('leads from a person to that person, and from a family to the family', async () => {
    openPage('/mutu-data/not-confirmed', { '/data-quality/worklists/not-confirmed': page })
    const person = await screen.findByRole('link', { name: 'Aulia' })
    expect(person.getAttribute('href')).toBe('/warga/p7f2m9q4xa')
    const family = screen.getByRole('link', { name: 'Keluarga Norlela' })
    expect(family.getAttribute('href')).toBe('/keluarga/k7f2m9q4xa')
  })
})
