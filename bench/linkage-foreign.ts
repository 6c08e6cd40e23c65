/**
 * The linkage engine on public data that is not Indonesian: FEBRL 1 and 2, Splink's fake 1000 and
 * historical 50k. Columns are mapped by hand, the model learns by itself.
 *
 * `node bench/linkage-foreign.ts [FOLDER] [--big]`
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { type LinkRecord, link } from '#linkage'
import { isIsoDate } from '#platform/dates'

type Row = Readonly<Record<string, string>>

interface Collection {
  readonly file: string
  readonly truthOf: (row: Row) => string
  readonly toRecord: (row: Row) => LinkRecord
}

const folder =
  process.argv.slice(2).find((argument) => !argument.startsWith('--')) ??
  fileURLToPath(new URL('../../shared/data/record-linkage', import.meta.url))

function readRows(file: string): readonly Row[] {
  const bytes = readFileSync(`${folder}/${file}`)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const [header = '', ...lines] = text.trim().split(/\r?\n/)
  const names = cellsOf(header)
  return lines.map((line) => {
    const cells = cellsOf(line)
    return Object.fromEntries(names.map((name, place) => [name, cells[place] ?? '']))
  })
}

function cellsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)\s*(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    (quoted?.replaceAll('""', '"') ?? plain ?? '').trim(),
  )
}

/** Fields that are empty are left out. */
function record(
  fields: { readonly [Key in keyof LinkRecord]?: LinkRecord[Key] | undefined },
): LinkRecord {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')
  return { source: 0, ...Object.fromEntries(kept) }
}

function dated(text: string | undefined): string | undefined {
  return text !== undefined && isIsoDate(text) ? text : undefined
}

function febrl(row: Row): LinkRecord {
  const born = row.date_of_birth ?? ''
  return record({
    name: `${row.given_name} ${row.surname}`.trim(),
    nik: row.soc_sec_id,
    birthDate: dated(`${born.slice(0, 4)}-${born.slice(4, 6)}-${born.slice(6, 8)}`),
    ward: row.postcode,
    district: row.state,
    address: row.address_1 ? `${row.address_1} no ${row.street_number}` : undefined,
  })
}

const collections: readonly Collection[] = [
  ...['febrl_dataset1.csv', 'febrl_dataset2.csv'].map((file) => ({
    file,
    truthOf: (row: Row) => (row.rec_id ?? '').split('-')[1] ?? '',
    toRecord: febrl,
  })),
  {
    file: 'splink_fake_1000.csv',
    truthOf: (row) => row.cluster ?? '',
    toRecord: (row) =>
      record({
        name: `${row.first_name} ${row.surname}`.trim(),
        birthDate: dated(row.dob),
        ward: row.city,
        phone: row.email,
      }),
  },
  {
    file: 'splink_historical_50k.csv.gz',
    truthOf: (row) => row.cluster ?? '',
    toRecord: (row) =>
      record({
        name: row.first_and_surname || row.full_name,
        birthDate: dated(row.dob),
        ward: row.birth_place,
        phone: row.postcode_fake === '' ? undefined : `${row.postcode_fake} x`,
        ...(row.gender === 'male' || row.gender === 'female' ? { sex: row.gender } : {}),
      }),
  },
]

function pairCount(labels: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  let pairs = 0
  for (const count of counts.values()) pairs += (count * (count - 1)) / 2
  return pairs
}

for (const { file, truthOf, toRecord } of collections) {
  if (file.includes('50k') && !process.argv.includes('--big')) continue
  const rows = readRows(file)
  const start = performance.now()
  const { clusterOf, pairsCompared, doubtful } = link(rows.map(toRecord))
  const seconds = (performance.now() - start) / 1000
  const given = [...clusterOf].map(String)
  const truth = rows.map(truthOf)
  const right = pairCount(given.map((label, no) => `${label}|${truth[no]}`))
  const precision = right / pairCount(given)
  const recall = right / pairCount(truth)
  const f1 = (2 * precision * recall) / (precision + recall)
  console.log(
    `${file.padEnd(30)} ${rows.length} rows  precision ${precision.toFixed(4)}  recall ${recall.toFixed(4)}  ` +
      `F1 ${f1.toFixed(4)}  ${pairsCompared} pairs, ${doubtful.length} doubtful, ${seconds.toFixed(1)} s`,
  )
}
