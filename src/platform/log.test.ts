import { describe, expect, it } from 'vitest'
import { AppError } from './errors.ts'
import { makeLog } from './log.ts'

function logged(write: (log: ReturnType<typeof makeLog>) => void): string {
  const lines: string[] = []
  write(makeLog({ write: (line) => void lines.push(line) }))
  return lines.join('')
}

describe('the log', () => {
  it('keeps ids, counts and codes', () => {
    const text = logged((log) => log.info('rows read', { sheetNo: 3, rowCount: 27_000, ms: 12.5 }))
    expect(JSON.parse(text)).toMatchObject({
      level: 'info',
      msg: 'rows read',
      sheetNo: 3,
      rowCount: 27_000,
      ms: 12.5,
    })
  })

  it.each([
    ['a NIK in a message', 'read 6271014501900001 twice', {}],
    ['a NIK as text', '', { row: { cell: 'NIK: 6271014501900001' } }],
    ['a NIK as a number', '', { cell: 6271014501900001 }],
    ['a NIK as a key', '', { seen: { '6271014501900001': 1 } }],
    ['a list of numbers', '', { many: ['6271014501900001'] }],
    ['a name', '', { person: { fullName: 'Siti 6271014501900001' } }],
    ['a phone number', '', { text: 'call 6271014501900001' }],
  ])('blots out %s', (_what, message, facts) => {
    const text = logged((log) => log.warn(message, facts))
    expect(text).not.toContain('6271014501900001')
    expect(text).not.toContain('Siti')
  })

  it.each([
    'name',
    'head_name',
    'userName',
    'motherName',
    'birthDate',
    'address',
    'password',
    'nik',
    'kk_cipher',
    'q',
    'body',
    'parameters',
    'cookie',
  ])('blots out whatever is called %s', (key) => {
    expect(logged((log) => log.error('fault', { [key]: 'Siti Aminah' }))).not.toContain('Siti')
  })

  it('tells the kind, code and place of an error, not the values in it', () => {
    const cause = Object.assign(new Error('invalid input syntax for type date: "Siti Aminah"'), {
      code: '22007',
      detail: 'Key (name)=(Siti Aminah) already exists',
    })
    const error = new Error('duplicate Key (name)=(Siti Aminah)', { cause })
    const text = logged((log) => log.error('fault', { error }))
    expect(text).not.toContain('Siti')
    expect(text).toContain('22007')
    expect(text).toContain('log.test.ts')
  })

  it('tells a code for an error raised on purpose', () => {
    const error = new AppError('folder-empty', { path: '/home/siti' })
    const text = logged((log) => log.error('fault', { error }))
    expect(text).toContain('folder-empty')
    expect(text).not.toContain('siti')
  })
})
