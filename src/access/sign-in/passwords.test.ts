import { describe, expect, it } from 'vitest'
import { checkPassword, hashPassword, isPassword } from './passwords.ts'

describe('checkPassword', () => {
  it.each([
    'sepeda biru tua',
    'tujuh kucing di atap',
    'Betang dan hujan sore',
    'sekretariat sedang makan',
    'ꦱꦼꦥꦺꦢꦃꦧꦶꦫꦸꦠꦸꦮ',
  ])('takes %s', (password) => {
    expect(() => checkPassword(password, 'sekretariat')).not.toThrow()
  })

  it.each([
    ['pendek', 'short'],
    ['a'.repeat(129), 'long'],
    ['sekretariat123', 'guessable'],
    ['Betang12345678', 'guessable'],
    ['betang12345', 'guessable'],
    ['palangkaraya2026', 'guessable'],
    ['aaaaaaaaaaaa', 'guessable'],
    ['abababababab', 'guessable'],
    ['admin-password', 'guessable'],
  ])('refuses %s', (password, reason) => {
    expect(() => checkPassword(password, 'sekretariat')).toThrow(
      expect.objectContaining({ code: 'password-weak', details: { reason } }),
    )
  })
})

describe('hashPassword', () => {
  it('salts: the same password gives other hashes, each of which knows it', async () => {
    const [first, second] = [await hashPassword('sepeda biru'), await hashPassword('sepeda biru')]
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(first).not.toBe(second)
    expect(await isPassword(first, 'sepeda biru')).toBe(true)
    expect(await isPassword(first, 'sepeda Biru')).toBe(false)
  })
})
