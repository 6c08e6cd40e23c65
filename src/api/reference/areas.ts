import type { Words } from '#platform/words'

/** Tags that a reader looks for together. */
export interface Area {
  readonly title: Words
  readonly tags: readonly string[]
}

const areas: readonly Area[] = [
  {
    title: { id: 'Masuk', en: 'Signing in' },
    tags: ['session', 'step-up', 'oidc'],
  },
  {
    title: { id: 'Akun sendiri', en: 'The own account' },
    tags: [
      'account',
      'password',
      'passkeys',
      'totp',
      'recovery-codes',
      'sessions',
      'grants',
      'colleagues',
    ],
  },
  {
    title: { id: 'Keluarga dan kota', en: 'Families and the city' },
    tags: ['families', 'today', 'dashboard', 'map', 'questions'],
  },
  {
    title: { id: 'Daftar yang masuk', en: 'Lists that come in' },
    tags: ['intake-files', 'column-meanings', 'files', 'lists-job'],
  },
  {
    title: { id: 'Isi register', en: 'What the register holds' },
    tags: ['pairs', 'register-changes', 'groups', 'group-changes', 'data-quality'],
  },
  {
    title: { id: 'Bantuan dan rencana', en: 'Help and plans' },
    tags: ['programmes', 'offers', 'allocation', 'reports'],
  },
  {
    title: { id: 'Orang, sistem, dan kunci', en: 'People, systems and keys' },
    tags: ['organisations', 'accounts', 'service-accounts', 'api-keys', 'webhooks'],
  },
  {
    title: { id: 'Pelindungan data dan jejak', en: 'Data protection and the trail' },
    tags: ['subject-requests', 'own-requests', 'own-data', 'breaches', 'privacy', 'audit'],
  },
  {
    title: { id: 'Pengaturan dan kesehatan', en: 'Settings and health' },
    tags: ['settings', 'system-health', 'health'],
  },
]
const further: Words = { id: 'Lainnya', en: 'Further routes' }

const tagTitles: Readonly<Record<string, Words>> = {
  session: { id: 'Sesi', en: 'Session' },
  'step-up': { id: 'Bukti sekali lagi', en: 'Proof once more' },
  oidc: { id: 'Penyedia identitas luar', en: 'Outside identity providers' },
  account: { id: 'Akun', en: 'Account' },
  password: { id: 'Kata sandi', en: 'Password' },
  passkeys: { id: 'Kunci sandi', en: 'Passkeys' },
  totp: { id: 'Aplikasi autentikator', en: 'Authenticator app' },
  'recovery-codes': { id: 'Kode pemulihan', en: 'Recovery codes' },
  sessions: { id: 'Perangkat', en: 'Devices' },
  grants: { id: 'Peran sendiri', en: 'Own roles' },
  colleagues: { id: 'Rekan', en: 'Colleagues' },
  families: { id: 'Keluarga', en: 'Families' },
  today: { id: 'Hari ini', en: 'Today' },
  dashboard: { id: 'Dasbor', en: 'Dashboard' },
  map: { id: 'Peta', en: 'Map' },
  questions: { id: 'Pertanyaan', en: 'Questions' },
  files: { id: 'Berkas', en: 'Files' },
  'intake-files': { id: 'Penyerahan berkas', en: 'Handing files in' },
  'column-meanings': { id: 'Arti kolom', en: 'What columns mean' },
  pairs: { id: 'Pasangan ragu', en: 'Doubtful pairs' },
  groups: { id: 'Kelompok warga', en: 'Groups of residents' },
  'group-changes': { id: 'Catatan tentang kelompok', en: 'Entries about groups' },
  'register-changes': { id: 'Putusan dan usul', en: 'Decisions and proposals' },
  'data-quality': { id: 'Mutu data', en: 'Data quality' },
  'lists-job': { id: 'Pembacaan daftar', en: 'Reading the lists' },
  programmes: { id: 'Program', en: 'Programmes' },
  offers: { id: 'Penawaran', en: 'Offers' },
  allocation: { id: 'Alokasi', en: 'Allocation' },
  reports: { id: 'Laporan', en: 'Reports' },
  organisations: { id: 'Organisasi', en: 'Organisations' },
  accounts: { id: 'Orang', en: 'People' },
  'service-accounts': { id: 'Sistem', en: 'Systems' },
  'api-keys': { id: 'Kunci API', en: 'API keys' },
  webhooks: { id: 'Pemberitahuan (webhook)', en: 'Webhooks' },
  'subject-requests': { id: 'Permintaan subjek data', en: 'Requests of data subjects' },
  'own-requests': { id: 'Permintaan sendiri', en: 'Own requests' },
  'own-data': { id: 'Data sendiri', en: 'Own data' },
  breaches: { id: 'Kebocoran', en: 'Breaches' },
  privacy: { id: 'Privasi', en: 'Privacy' },
  audit: { id: 'Jejak akses', en: 'Trail of access' },
  settings: { id: 'Pengaturan', en: 'Settings' },
  'system-health': { id: 'Kesehatan sistem', en: 'System health' },
  health: { id: 'Tanda hidup', en: 'Sign of life' },
}

/** Title of a tag; the tag itself, with a capital, where nobody has named it yet. */
export function tagTitle(tag: string): Words {
  const title = `${tag.slice(0, 1).toUpperCase()}${tag.slice(1).replaceAll('-', ' ')}`
  return tagTitles[tag] ?? { id: title, en: title }
}

/** The areas with those of their tags that the document knows; what is in none comes last. */
export function areasOf(tags: readonly string[]): Area[] {
  const placed = areas.map(({ title, tags: own }) => ({
    title,
    tags: own.filter((tag) => tags.includes(tag)),
  }))
  const known = areas.flatMap((area) => area.tags)
  const others = { title: further, tags: tags.filter((tag) => !known.includes(tag)).toSorted() }
  return [...placed, others].filter((area) => area.tags.length > 0)
}
