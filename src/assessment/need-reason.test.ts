import { describe, expect, it } from 'vitest'
import { needsOf } from './builders.ts'
import { needReason } from './need-reason.ts'
import { points } from './points.ts'

const ref = { file: '07_Air.csv', sheet: '', row: 418 }

describe('needReason', () => {
  it('tells each fact with its list, row and day, then what the score is made of', () => {
    const reason = needReason({
      indicator: 'WATER',
      score: 360,
      evidence: [
        { fact: 'water', value: 'surface', ref, seenOn: '2025-03-14' },
        { fact: 'decile', value: '2', ref: { file: 'DTSEN.xlsx', sheet: 'keluarga', row: 40 } },
      ],
      points: [
        { reason: 'severity-2', points: 200 },
        { reason: 'decile-2', points: 160 },
      ],
    })
    expect(reason).toEqual({
      id:
        'Air minum: air minum dari sungai (07_Air.csv baris 418, 2025-03-14); desil 2 (BPS) ' +
        '(DTSEN.xlsx/keluarga baris 40). ' +
        'Nilai kebutuhan 360, dari: Sedang 200; Desil 2 (diputuskan BPS) 160.',
      en:
        'Drinking water: drinking water from the river (07_Air.csv row 418, 2025-03-14); ' +
        'decile 2 (BPS) (DTSEN.xlsx/keluarga row 40). ' +
        'Need score 360, from: Moderate 200; Decile 2 (decided by BPS) 160.',
    })
  })

  it('has no Indonesian in English but what it quotes', () => {
    const all = Object.keys(points).map((reason) => ({ reason, points: 1 }))
    const { en } = needReason({ indicator: 'DEBT', score: 1, evidence: [], points: all })
    expect(en).not.toMatch(/\b(?:desil|nilai|kebutuhan|keluarga|baris|belum|dari)\b/i)
  })

  it('says the day on which the evidence of a need was seen', () => {
    const others = [
      { kind: 'proposal', fields: { note: 'menganggur', surveyDate: '2024-03-01' } },
    ] as const
    const [need] = needsOf({ others }, 'INCOME')
    expect(need?.evidence.map(({ seenOn }) => seenOn)).toContain('2024-03-01')
  })
})
