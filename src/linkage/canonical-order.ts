import { hashText } from './hash.ts'
import type { LinkRecord } from './schema.ts'

/** All that a record says, as text; the list in which it stands is left out. */
function contentKey(record: LinkRecord): string {
  return [
    record.nik,
    record.nikPrefix,
    record.name,
    record.birthDate,
    record.birthPrecision,
    record.birthYearApprox,
    record.kk,
    record.kkPrefix,
    record.sex,
    record.ward,
    record.district,
    record.address,
    record.rt,
    record.rw,
    record.phone,
    record.motherName,
    record.headName,
    record.familyNames?.join(';'),
    record.childNames?.join(';'),
    record.role,
    record.nikAsWritten,
  ].join('\t')
}

/** Comparison by code units: the same on every machine, whatever its language. */
function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

/**
 * Places of the records in an order that depends on what they say only, never on how they came.
 *
 * Records that say the same are ordered by their list, and lists by what they hold, so that a
 * renumbering of the lists changes nothing either.
 */
export function canonicalOrder(records: readonly LinkRecord[]): Int32Array {
  const keys = records.map(contentKey)
  const keysBySource = new Map<number, string[]>()
  records.forEach((record, place) => {
    const sourceKeys = keysBySource.get(record.source)
    if (sourceKeys) sourceKeys.push(keys[place] ?? '')
    else keysBySource.set(record.source, [keys[place] ?? ''])
  })
  const digestBySource = new Map<number, string>()
  for (const [source, sourceKeys] of keysBySource) {
    sourceKeys.sort(compareText)
    let digest = 0
    for (const key of sourceKeys) digest = hashText(key, digest)
    digestBySource.set(source, `${sourceKeys.length}:${digest}:${sourceKeys[0] ?? ''}`)
  }
  const places = Array.from(records, (_, place) => place)
  places.sort(
    (left, right) =>
      compareText(keys[left] ?? '', keys[right] ?? '') ||
      compareText(
        digestBySource.get(records[left]?.source ?? 0) ?? '',
        digestBySource.get(records[right]?.source ?? 0) ?? '',
      ),
  )
  return Int32Array.from(places)
}
