import { BlockList, isIP, isIPv6 } from 'node:net'

/** Ranges that no address on the open internet has. @source IANA special-purpose address registries */
const inside = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  inside.addSubnet(network, bits, 'ipv4')
}
for (const [network, bits] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 9],
  ['ff00::', 8],
] as const) {
  inside.addSubnet(network, bits, 'ipv6')
}

/** Which addresses a program may be told to connect to. */
export interface Networks {
  readonly mayReach: (address: string) => boolean
}

/** Every address outside, and none inside. */
export const openInternet: Networks = {
  mayReach: (address) => isIP(address) !== 0 && !isInside(address),
}

/**
 * The open internet, and the networks that somebody allows by hand: addresses or CIDR ranges with
 * blanks or commas between them. Undefined where one of them cannot be read.
 */
export function readNetworks(allowed: string): Networks | undefined {
  const list = new BlockList()
  for (const text of allowed.split(/[\s,]+/).filter((part) => part !== '')) {
    const [address = '', bits, ...rest] = text.split('/')
    const family = familyOf(address)
    const longest = family === 'ipv6' ? 128 : 32
    const prefix = bits === undefined ? longest : Number(bits)
    const isRange = Number.isInteger(prefix) && prefix >= 0 && prefix <= longest && bits !== ''
    if (isIP(address) === 0 || !isRange || rest.length > 0) return undefined
    list.addSubnet(address, prefix, family)
  }
  return {
    mayReach: (address) =>
      openInternet.mayReach(address) ||
      (isIP(address) !== 0 && list.check(address, familyOf(address))),
  }
}

function isInside(address: string): boolean {
  return inside.check(address, familyOf(address))
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4'
}
