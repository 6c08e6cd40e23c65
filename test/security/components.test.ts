import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const LockFile = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({
      version: z.string().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      link: z.boolean().optional(),
      inBundle: z.boolean().optional(),
    }),
  ),
})

describe('every part from outside', () => {
  const { packages } = LockFile.parse(
    JSON.parse(
      readFileSync(path.join(import.meta.dirname, '..', '..', 'package-lock.json'), 'utf8'),
    ),
  )
  const parts = Object.entries(packages).filter(([name]) => name !== '')

  // A part without a source comes from the registry that npm is set to; the hash says it is the same.
  it('has a version, no source of its own, and a hash', () => {
    expect(parts.length).toBeGreaterThan(100)
    const odd = parts.filter(
      ([, { version, resolved, integrity, inBundle }]) =>
        version === undefined ||
        resolved !== undefined ||
        (inBundle !== true && !integrity?.startsWith('sha512-')),
    )
    expect(odd.map(([name]) => name)).toEqual([])
  })
})
