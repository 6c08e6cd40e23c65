import type { Role } from '#access'
import { type Html, html } from '#platform/html'
import type { Language } from '#platform/say-error'
import type { Words } from '#platform/words'

/** What the pages say besides the document itself. */
export interface PageWords {
  readonly title: string
  readonly skip: string
  readonly otherLanguage: string
  readonly find: string
  readonly findHint: string
  readonly findButton: string
  readonly found: (count: number, words: string) => string
  readonly all: string
  readonly lead: (routeCount: number, tagCount: number) => string
  readonly guide: string
  readonly guideNote: string
  readonly codes: string
  readonly codesNote: string
  readonly document: string
  readonly documentNote: string
  readonly routes: string
  readonly onThisPage: string
  readonly linkTo: (what: string) => string
  readonly anyone: string
  readonly everyoneSignedIn: string
  readonly who: string
  readonly action: string
  readonly byKey: string
  readonly noKey: string
  readonly freshProof: string
  readonly parameters: string
  readonly inPlace: Readonly<Record<string, string>>
  readonly body: string
  readonly answers: string
  readonly noBody: string
  readonly fields: string
  readonly example: string
  readonly request: string
  readonly answer: (status: string) => string
  readonly optional: string
  readonly orNull: string
  readonly usually: string
  readonly listOf: string
  readonly object: string
  readonly oneOf: string
  readonly eachKey: string
  readonly anything: string
  readonly file: string
  readonly length: (least: number | undefined, most: number | undefined) => string
  readonly items: (least: number | undefined, most: number | undefined) => string
  readonly pattern: string
  readonly previous: string
  readonly next: string
  readonly madeFrom: string
  readonly codesLead: string
  readonly manyRoutes: (count: number) => string
  readonly meaning: string
  readonly role: string
  readonly system: string
  readonly yes: string
}

const id: PageWords = {
  title: 'API Betang',
  skip: 'Ke isi',
  otherLanguage: 'English',
  find: 'Cari rute',
  findHint: 'Misalnya: keluarga, webhook, sessions',
  findButton: 'Cari',
  found: (count, words) => `${count} rute untuk “${words}”`,
  all: 'Semua rute',
  lead: (routes, tags) =>
    `${routes} rute dalam ${tags} kelompok, dibuat dari dokumen OpenAPI server ini. Ringkasan rute ditulis dalam bahasa Inggris.`,
  guide: 'Mulai dalam lima menit',
  guideNote: 'Masuk, kunci, halaman berikutnya, pengulangan, versi, batas, galat, webhook.',
  codes: 'Kode galat',
  codesNote: 'Artinya, dan apa yang harus dilakukan.',
  document: 'Dokumen OpenAPI 3.1',
  documentNote: 'Untuk membuat klien dengan alat sendiri.',
  routes: 'Rute',
  onThisPage: 'Di halaman ini',
  linkTo: (what) => `Tautan ke ${what}`,
  anyone: 'Siapa pun, tanpa masuk',
  everyoneSignedIn: 'Setiap orang yang sudah masuk',
  who: 'Yang boleh',
  action: 'Wewenang',
  byKey: 'Sistem dengan kunci: boleh, dalam peran yang bertanda ●',
  noKey: 'Sistem dengan kunci: tidak',
  freshProof: 'Meminta bukti diri dari sepuluh menit terakhir.',
  parameters: 'Parameter',
  inPlace: { path: 'alamat', query: 'kueri', header: 'kepala permintaan', cookie: 'kuki' },
  body: 'Isi permintaan',
  answers: 'Jawaban',
  noBody: 'tanpa isi',
  fields: 'Isinya',
  example: 'Contoh',
  request: 'Permintaan',
  answer: (status) => `Jawaban ${status}`,
  optional: 'boleh tidak ada',
  orNull: 'atau null',
  usually: 'bila tidak ada',
  listOf: 'daftar',
  object: 'objek',
  oneOf: 'salah satu dari',
  eachKey: 'setiap kunci',
  anything: 'apa saja',
  file: 'berkas',
  length: (least, most) => range(least, most, 'huruf'),
  items: (least, most) => range(least, most, 'butir'),
  pattern: 'pola',
  previous: 'Sebelumnya',
  next: 'Berikutnya',
  madeFrom: 'Dibuat dari dokumen OpenAPI server ini',
  codesLead: 'Kode tidak berubah. Kata dalam huruf besar menggantikan yang dibawa galat itu.',
  manyRoutes: (count) => `${count} rute`,
  meaning: 'Artinya',
  role: 'Peran',
  system: 'Boleh untuk sistem',
  yes: 'ya',
}

const en: PageWords = {
  title: 'Betang API',
  skip: 'To the content',
  otherLanguage: 'Bahasa Indonesia',
  find: 'Find a route',
  findHint: 'For example: families, webhook, sessions',
  findButton: 'Find',
  found: (count, words) => `${count} ${count === 1 ? 'route' : 'routes'} for “${words}”`,
  all: 'All routes',
  lead: (routes, tags) =>
    `${routes} routes in ${tags} groups, made from the OpenAPI document of this server.`,
  guide: 'Start in five minutes',
  guideNote: 'Signing in, keys, next pages, repeating, versions, limits, errors, webhooks.',
  codes: 'Error codes',
  codesNote: 'What they mean, and what to do.',
  document: 'OpenAPI 3.1 document',
  documentNote: 'For making a client with tools of your own.',
  routes: 'Routes',
  onThisPage: 'On this page',
  linkTo: (what) => `Link to ${what}`,
  anyone: 'Anyone, without signing in',
  everyoneSignedIn: 'Everyone who is signed in',
  who: 'Who may',
  action: 'Action',
  byKey: 'A system with a key: yes, in a role marked ●',
  noKey: 'A system with a key: no',
  freshProof: 'Asks for a proof of who one is, from the last ten minutes.',
  parameters: 'Parameters',
  inPlace: { path: 'path', query: 'query', header: 'header', cookie: 'cookie' },
  body: 'Body',
  answers: 'Answers',
  noBody: 'no body',
  fields: 'What is in it',
  example: 'Example',
  request: 'Request',
  answer: (status) => `Answer ${status}`,
  optional: 'optional',
  orNull: 'or null',
  usually: 'where absent',
  listOf: 'list',
  object: 'object',
  oneOf: 'one of',
  eachKey: 'each key',
  anything: 'anything',
  file: 'file',
  length: (least, most) => range(least, most, 'letters'),
  items: (least, most) => range(least, most, 'items'),
  pattern: 'pattern',
  previous: 'Previous',
  next: 'Next',
  madeFrom: 'Made from the OpenAPI document of this server',
  codesLead: 'Codes do not change. Words in capitals stand for what the error carries.',
  manyRoutes: (count) => `${count} routes`,
  meaning: 'Meaning',
  role: 'Role',
  system: 'Open to systems',
  yes: 'yes',
}

export const pageWords: Readonly<Record<Language, PageWords>> = { id, en }

function range(least: number | undefined, most: number | undefined, unit: string): string {
  if (least === undefined) return most === undefined ? '' : `≤ ${most} ${unit}`
  if (most === undefined) return `≥ ${least} ${unit}`
  return least === most ? `${least} ${unit}` : `${least}–${most} ${unit}`
}

/** What an answer of each status says, where the document says nothing more. */
export const statusWords: Readonly<Record<string, Words>> = {
  '200': { id: 'Berhasil', en: 'Done' },
  '201': { id: 'Dibuat', en: 'Made' },
  '202': { id: 'Diterima, belum selesai', en: 'Taken, not finished yet' },
  '204': { id: 'Berhasil, tanpa isi', en: 'Done, nothing to say' },
  '302': { id: 'Lanjut ke alamat lain', en: 'On to another address' },
  '304': { id: 'Belum berubah', en: 'Unchanged' },
  '400': { id: 'Permintaan tidak sesuai', en: 'The request does not fit' },
  '401': { id: 'Belum masuk', en: 'Not signed in' },
  '403': { id: 'Tidak diizinkan', en: 'Not permitted' },
  '404': { id: 'Tidak ada', en: 'Not there' },
  '408': { id: 'Permintaan terlalu lambat', en: 'The request came too slowly' },
  '409': { id: 'Bertentangan dengan keadaan sekarang', en: 'Against how things stand' },
  '412': { id: 'Versinya sudah berubah', en: 'The version has changed' },
  '413': { id: 'Terlalu besar', en: 'Too large' },
  '415': { id: 'Jenis isi tidak dikenal', en: 'Unknown kind of content' },
  '422': { id: 'Dimengerti, tetapi tidak dapat dilakukan', en: 'Understood, but cannot be done' },
  '428': { id: 'Versi belum disebut', en: 'No version was named' },
  '429': { id: 'Terlalu banyak permintaan', en: 'Too many requests' },
  '431': { id: 'Kepala permintaan terlalu besar', en: 'The headers are too large' },
  '500': { id: 'Galat di server', en: 'A fault of the server' },
  '503': { id: 'Sedang tidak tersedia', en: 'Not available now' },
}

export const roleWords: Readonly<Record<Role, Words>> = {
  secretariat: { id: 'sekretariat TKPK', en: 'TKPK secretariat' },
  'agency-officer': { id: 'petugas dinas', en: 'agency officer' },
  'district-officer': { id: 'petugas kecamatan', en: 'district officer' },
  'ward-officer': { id: 'petugas kelurahan', en: 'ward officer' },
  'puskesos-officer': { id: 'petugas Puskesos', en: 'Puskesos officer' },
  'field-worker': { id: 'petugas lapangan', en: 'field worker' },
  'plan-approver': { id: 'penyetuju rencana', en: 'plan approver' },
  'payment-approver': { id: 'penyetuju bayar', en: 'payment approver' },
  'payment-reconciler': { id: 'pencocok bayar', en: 'payment reconciler' },
  partner: { id: 'mitra', en: 'partner' },
  auditor: { id: 'auditor', en: 'auditor' },
  'data-protection-officer': {
    id: 'pejabat pelindungan data',
    en: 'data protection officer',
  },
  administrator: { id: 'administrator', en: 'administrator' },
  citizen: { id: 'warga', en: 'citizen' },
}

/** Text in which backticks mark what is typed as it stands. */
export function prose(text: string): Html[] {
  return text
    .split('`')
    .map((part, no) => (no % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))
}
