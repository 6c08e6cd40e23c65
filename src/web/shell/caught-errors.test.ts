import { describe, expect, it, vi } from 'vitest'
import { reportCaught } from './caught-errors.ts'
import { NotPermitted } from './not-permitted.ts'

describe('what a page failed on', () => {
  it('is told in the console, but not that a role does not cover it', () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    const fault = new Error('a fault')
    reportCaught(new NotPermitted('read-families'))
    reportCaught(fault)
    expect(said.mock.calls).toEqual([[fault]])
    said.mockRestore()
  })
})
