import { describe, expect, it } from 'vitest'
import { checkPassword, hashPassword, isPassword } from './passwords.ts'

const own = ['sekretariat', 'Rina Agustina']

describe('checkPassword', () => {
  it.each([
    'sepeda biru tua',
    'tujuh kucing di atap',
    'Betang dan hujan sore',
    'lampu merah dekat jembatan',
    'ꦱꦼꦥꦺꦢꦃꦧꦶꦫꦸꦠꦸꦮ',
  ])('takes %s', async (password) => {
    await expect(checkPassword(password, own)).resolves.toBeUndefined()
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
    ['Kalteng#2026', 'guessable'],
    ['P4langk4r4y4', 'guessable'],
    ['bismillah786', 'guessable'],
    ['agustina1990', 'guessable'],
    ['1234567890qwerty', 'guessable'],
    ['17081945merdeka', 'guessable'],
  ])('refuses %s', async (password, reason) => {
    await expect(checkPassword(password, own)).rejects.toMatchObject({
      code: 'password-weak',
      details: { reason },
    })
  })

  it('refuses one that has leaked elsewhere', async () => {
    const isBreached = async (password: string) => password === 'sepeda biru tua'
    await expect(checkPassword('sepeda biru tua', own, isBreached)).rejects.toMatchObject({
      details: { reason: 'breached' },
    })
    await expect(checkPassword('sepeda hijau tua', own, isBreached)).resolves.toBeUndefined()
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
