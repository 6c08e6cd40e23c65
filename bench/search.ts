/**
 * The search of families: what it finds and how long it takes, against the trigram index.
 *
 * `node bench/search.ts [persons] [questions of each kind]`; default 300,000 and 48, about 1,000
 * questions in all, on the embedded store, or with `DATABASE_URL` on an empty PostgreSQL database.
 * Prints recall at 1 and 10 and the mean reciprocal rank of each kind of question; the times of the
 * index alone; the times of the whole route, rights and trail with it, cold (first asked in this
 * process) and warm (asked again), and while the index is made anew; and what the index holds.
 * The baseline knows names alone: numbers of NIK and KK were looked up in the store beside it, and are
 * left out of its report. CPU times are of this process; wall times grow with whatever else the machine does.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { dataClasses, insertGrant, refreshScope } from '#access'
import { type Db, insertMany } from '#platform/db'
import { publicKey } from '#platform/keys'
import { openStore } from '#platform/open-store'
import { makeSecrets } from '#platform/secrets'
import { searchName } from '#registry'
import { hashPassword } from '../src/access/sign-in/passwords.ts'
import { buildApi } from '../src/api/build-api.ts'
import { makeIndexSearch } from '../src/registry/search/index-search.ts'
import { buildIndex } from '../src/registry/search/index-thread.ts'
import { buffersOf } from '../src/registry/search/packed-index.ts'
import { readRegister } from '../src/registry/search/read-register.ts'
import { countWords, makeSearchCity } from './search-city.ts'
import { makeQuestions, type Question } from './search-queries.ts'
import { timeStatements } from './statement-times.ts'
import { makeNameIndex } from './trigram-search.ts'

const [persons = 300_000, ofEachKind = 48] = process.argv.slice(2).map(Number)
const secrets = makeSecrets(new Uint8Array(32).fill(7))
const password = 'sepeda biru tua'
const keyOf = (id: string) => publicKey(`bench ${id}`)

const city = makeSearchCity(persons, 7)
const asked = makeQuestions(city, ofEachKind, 3)
say(
  `city: ${city.persons.length} persons, ${city.families.length} families, ${countWords(city)} words`,
)
say(`questions: ${asked.length}, ${new Set(asked.map(({ kind }) => kind)).size} kinds`)

const folder = mkdtempSync(path.join(tmpdir(), 'betang-search-'))
const url = process.env.DATABASE_URL
const statements = timeStatements()
const store = await openStore(url ? { url } : { folder })
await fillStore(store.db)
await measureIndex()
await measureRoute()
await store.close()
rmSync(folder, { recursive: true })

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** The city as it is, without lists and linkage: their faults are measured elsewhere. */
async function fillStore(db: Db): Promise<void> {
  const { rows } = await sql<{
    count: number
  }>`select count(*)::integer as count from person`.execute(db)
  if ((rows[0]?.count ?? 0) > 0) throw new Error('the store of the bench is not empty')
  const head = new Map(
    city.persons.filter(({ relation }) => relation === 1).map((one) => [one.familyId, one]),
  )
  const families = city.families.map((family) => ({
    family_id: keyOf(family.familyId),
    head_person_id: keyOf(head.get(family.familyId)?.personId ?? ''),
    head_name: head.get(family.familyId)?.name ?? '',
    ward: family.ward,
    district: family.district,
    address: `Jl. ${family.street} No. ${family.houseNo}`,
    rt: family.rt,
    rw: family.rw,
    list_count: 1,
    member_count: family.memberIds.length,
    kk_hmac: secrets.hmacOf(family.kk),
    detail: {},
  }))
  await insertMany(
    db,
    'family',
    [
      'family_id',
      'head_person_id',
      'head_name',
      'ward',
      'district',
      'address',
      'rt',
      'rw',
      'list_count',
      'member_count',
      'kk_hmac',
      'detail',
    ],
    families,
  )
  await insertMany(
    db,
    'person',
    ['person_id', 'family_id', 'name', 'search_name', 'birth_date', 'status', 'nik_hmac', 'detail'],
    city.persons.map((person) => ({
      person_id: keyOf(person.personId),
      family_id: keyOf(person.familyId),
      name: person.name,
      search_name: searchName(person.name),
      birth_date: person.born,
      status: 'active' as const,
      nik_hmac: person.nik === '' ? null : secrets.hmacOf(person.nik),
      detail: person.phone === '' ? {} : { phone: person.phone },
    })),
  )
  await sql`
    insert into family_line (family_id, head_name, ward, district, rt, member_count, decile, lacks,
      sectors, top_score, served_by, list_count)
    select family_id, head_name, ward, district, rt, member_count, null, '{}', '{}', 0, '{}', 1
    from family`.execute(db)
  await sql`insert into organisation (organisation_id, name, kind) values ('bench', 'Bench', 'secretariat')`.execute(
    db,
  )
  await refreshScope(db)
  await sql`vacuum analyze`.execute(db)
}

/** What both indexes find, and how long they take. */
async function measureIndex(): Promise<void> {
  const startMs = performance.now()
  const index = await buildIndex(readRegister(store.db))
  const bytes = buffersOf(index).reduce((sum, { byteLength }) => sum + byteLength, 0)
  const perPersons = ((bytes / 1e6) * 1e5) / city.persons.length
  say(
    `index: made in ${((performance.now() - startMs) / 1000).toFixed(1)} s, ${(bytes / 1e6).toFixed(1)} MB, ${perPersons.toFixed(1)} MB for 100,000 persons`,
  )
  const search = makeIndexSearch(index, secrets.hmacsOf)
  const asker = { isSeen: () => true, ownRegions: [], limit: 200 }
  report('index', ({ text }) => search.find(text, asker).map(({ familyId }) => familyId))
  const trigrams = makeNameIndex(
    city.persons.map(({ familyId, name }) => ({
      familyId: keyOf(familyId),
      searchName: searchName(name),
    })),
  )
  report(
    'baseline: trigrams of words',
    ({ text }) => trigrams.find(searchName(text), 200, () => true),
    (kind) => kind === 'NIK' || kind === 'KK',
  )
}

function report(
  title: string,
  find: (question: Question) => readonly string[],
  isLeftOut: (kind: string) => boolean = () => false,
): void {
  const cpuMs: number[] = []
  say(`\n${title.padEnd(28)}recall@1 recall@10 MRR`)
  for (const [kind, questions] of Map.groupBy(asked, (question) => question.kind)) {
    if (isLeftOut(kind)) continue
    const ranks = questions.map((question) => {
      const before = process.cpuUsage()
      const found = find(question)
      const { user, system } = process.cpuUsage(before)
      cpuMs.push((user + system) / 1000)
      const right = new Set([...question.right].map(keyOf))
      return found.findIndex((familyId) => right.has(familyId)) + 1
    })
    const share = (isCounted: (rank: number) => boolean) =>
      (ranks.filter((rank) => rank > 0 && isCounted(rank)).length / ranks.length).toFixed(3)
    const mrr = ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / ranks.length
    say(
      `${kind.padEnd(28)}${share((rank) => rank === 1)}    ${share((rank) => rank <= 10)}     ${mrr.toFixed(3)}`,
    )
  }
  say(`CPU of a question: ${percentiles(cpuMs)}`)
}

/** The route as people call it, one question after another, by two who see more and less. */
async function measureRoute(): Promise<void> {
  const api = await buildApi({
    store,
    secrets,
    limits: { openRoutesOfAddress: 1e9, refusedOfAddress: 1e9, ofAccount: 1e9 },
  })
  const ask = async (cookie: string, { text }: Question) => {
    const startMs = performance.now()
    const answer = await api.inject({
      method: 'POST',
      url: '/api/v1/families/search',
      payload: { q: text },
      headers: { cookie },
    })
    if (answer.statusCode !== 200) throw new Error(`search answered ${answer.statusCode}`)
    return performance.now() - startMs
  }
  const whole = await signIn(api, 'bench-whole', null)
  const district = await signIn(api, 'bench-district', ['62.71.03'])
  const mixed = asked
    .map((question, no) => ({ question, place: (no * 7919) % asked.length }))
    .sort((left, right) => left.place - right.place)
    .map(({ question }) => question)
  const [first, ...others] = mixed
  if (first)
    say(`\nfirst question of a server, index and all: ${(await ask(whole, first)).toFixed(0)} ms`)
  for (const [who, cookie] of [
    ['the city', whole],
    ['a district, no children', district],
  ] as const) {
    for (const pass of ['cold', 'warm']) {
      const ms: number[] = []
      const parts: Map<string, number>[] = []
      for (const question of others) {
        statements.take()
        const routeMs = await ask(cookie, question)
        const ofStatements = statements.take()
        ms.push(routeMs)
        const inStoreMs = [...ofStatements.values()].reduce((sum, partMs) => sum + partMs, 0)
        parts.push(ofStatements.set('index and the rest', routeMs - inStoreMs))
      }
      say(`route, ${who}, ${pass}: ${percentiles(ms)}`)
      for (const part of new Set(parts.flatMap((one) => [...one.keys()]))) {
        say(`  ${part.padEnd(20)}${percentiles(parts.map((one) => one.get(part) ?? 0))}`)
      }
    }
  }
  await sql`
    insert into list_sheet (sheet_no, file, sheet, kind, title, detail)
    values (1, 'bench.csv', '', 'aid', '', '{}')`.execute(store.db)
  const ms: number[] = []
  for (const question of others.slice(0, 200)) ms.push(await ask(whole, question))
  say(`route, while the index is made anew: ${percentiles(ms)}`)
  await api.close()
}

async function signIn(
  api: Awaited<ReturnType<typeof buildApi>>,
  accountId: string,
  regions: readonly string[] | null,
): Promise<string> {
  await store.db
    .insertInto('account')
    .values({
      account_id: accountId,
      organisation_id: 'bench',
      user_name: accountId,
      display_name: accountId,
      password_hash: await hashPassword(password),
    })
    .execute()
  await insertGrant(store.db, {
    accountId,
    role: regions ? 'district-officer' : 'secretariat',
    regions,
    isOwnOrganisation: false,
    dataClasses: regions ? ['general', 'family', 'finances'] : dataClasses,
    purpose: 'bench',
    validFrom: '2020-01-01',
    validTo: null,
  })
  const answer = await api.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { userName: accountId, password },
  })
  if (answer.statusCode >= 400) throw new Error(`sign-in answered ${answer.body}`)
  return [answer.headers['set-cookie']]
    .flat()
    .map((line) => String(line).split(';')[0])
    .join('; ')
}

function percentiles(ms: readonly number[]): string {
  const sorted = ms.toSorted((left, right) => left - right)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return `p50 ${at(0.5).toFixed(1)} ms  p95 ${at(0.95).toFixed(1)} ms  p99 ${at(0.99).toFixed(1)} ms`
}
