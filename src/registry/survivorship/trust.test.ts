import { expect, it } from 'vitest'
import { familyFieldNames, personFieldNames } from '../survive.ts'
import { survivorship, trustWeight } from './trust.ts'

const fields = survivorship.orders.flatMap((order) => order.fields)

it('names only fields that there are, and each once', () => {
  const known = [...personFieldNames, ...familyFieldNames, 'kk', 'event', 'eventDate']
  expect(fields.filter((field) => !known.some((name) => name === field))).toEqual([])
  expect(new Set(fields).size).toBe(fields.length)
})

it('weighs a list no more than one that is believed before it', () => {
  const { weights } = survivorship
  expect(weights).toEqual(weights.toSorted((left, right) => right - left))
  expect(trustWeight(weights.length + 3)).toBe(weights.at(-1))
})
