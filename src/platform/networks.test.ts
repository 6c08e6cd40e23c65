import { describe, expect, it } from 'vitest'
import { readNetworks } from './networks.ts'

const reach = (address: string, allowed = '') => readNetworks(allowed)?.mayReach(address)

describe('an address', () => {
  it.each(['8.8.8.8', '103.10.64.1', '2606:4700::1111', '::ffff:8.8.8.8'])(
    'outside: %s',
    (address) => {
      expect(reach(address)).toBe(true)
    },
  )

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '64:ff9b::7f00:1',
    'fd00::1',
    'fe80::1',
    'fec0::1',
    '2002:7f00:1::',
    'localhost',
    '',
  ])('inside, or none: %s', (address) => {
    expect(reach(address)).toBe(false)
  })

  it('inside is reached where its network is allowed', () => {
    expect(reach('10.20.3.4', '10.20.0.0/16, fd00::/8')).toBe(true)
    expect(reach('fd12::1', '10.20.0.0/16, fd00::/8')).toBe(true)
    expect(reach('10.21.3.4', '10.20.0.0/16')).toBe(false)
    expect(reach('127.0.0.1', '127.0.0.1')).toBe(true)
    expect(reach('127.0.0.2', '127.0.0.1')).toBe(false)
  })
})

describe('a list of networks', () => {
  it.each(['10.0.0.0/33', '10.0.0.0/', 'example.org', '10.0.0.0/8/8', 'fd00::/129'])(
    'is not read with %s in it',
    (allowed) => {
      expect(readNetworks(`127.0.0.1 ${allowed}`)).toBeUndefined()
    },
  )
})
