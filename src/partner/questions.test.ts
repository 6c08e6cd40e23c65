import { describe, expect, it } from 'vitest'
import { wordings } from './questions.ts'

describe('questions about offers', () => {
  it.each(Object.entries(wordings))('ask %s in both languages', (_code, { text, effect }) => {
    const asked = text('')
    expect(asked.en).not.toBe(asked.id)
    expect(effect.en).not.toBe(effect.id)
    expect(`${asked.en} ${effect.en}`).not.toMatch(
      /\b(?:berapa|tertulis|sampai|dijawab|dihitung|kebutuhan|yang)\b/i,
    )
  })
})
