import { indicatorsBySector } from '#ledger/schema'
import { isIsoDate } from '#platform/dates'
import { type GroupKind, groupKinds } from '#registry/schema'

/**
 * What stands in the addresses of pages: Indonesian words, region codes without dots. Whatever does
 * not fit is left out, so that an old or mistyped link still opens.
 */
type RawSearch = Readonly<Record<string, unknown>>

const sectorWords = {
  dasar: 'basic',
  pendidikan: 'education',
  kesehatan: 'health',
  air: 'water',
  rumah: 'housing',
  penghidupan: 'livelihood',
} as const
const servedWords = { belum: 'none', satu: 'one', beberapa: 'several' } as const
const sortWords = { mendesak: 'score', nama: 'name', kelurahan: 'ward' } as const

export type SectorWord = keyof typeof sectorWords
type Served = (typeof servedWords)[keyof typeof servedWords]
type Sort = (typeof sortWords)[keyof typeof sortWords]

function keyIn<Word extends string>(
  words: Readonly<Record<Word, string>>,
  raw: unknown,
): Word | undefined {
  return Object.keys(words).find((word): word is Word => word === raw)
}

/** The word of an address for a code: `water` is `air`. */
export function sectorWord(sector: string): SectorWord | undefined {
  return keyIn(sectorWords, Object.entries(sectorWords).find(([, code]) => code === sector)?.[0])
}

/** The code of an address's word: `air` is `water`. */
export function sectorOfWord(word: SectorWord | undefined) {
  return word && sectorWords[word]
}

/** `62.71.05.1006` as `6271051006`. */
export function plainCode(dotted: string): string {
  return dotted.replaceAll('.', '')
}

/** `6271051006` as `62.71.05.1006`; districts likewise. */
export function dottedCode(plain: string): string {
  return [plain.slice(0, 2), plain.slice(2, 4), plain.slice(4, 6), plain.slice(6)]
    .filter(Boolean)
    .join('.')
}

function readCode(raw: unknown): string | undefined {
  const text = typeof raw === 'number' ? String(raw) : raw
  return typeof text === 'string' && /^\d{6}(\d{4})?$/.test(text) ? text : undefined
}

function readText(raw: unknown): string | undefined {
  const text = typeof raw === 'number' ? String(raw) : raw
  return typeof text === 'string' && text !== '' && text.length <= 100 ? text : undefined
}

/** The address without what is not set. */
function withoutAbsent<Search extends object>(
  search: Search,
): { [Key in keyof Search]?: Exclude<Search[Key], undefined> } {
  const entries = Object.entries(search).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [Key in keyof Search]?: Exclude<Search[Key], undefined> }
}

/** Filter of the list of families. */
export interface FamiliesSearch {
  /** Ward or district, without dots. */
  readonly wilayah?: string
  readonly bidang?: SectorWord
  readonly kurang?: string
  readonly dilayani?: keyof typeof servedWords
  readonly desil?: number | 'belum'
  readonly urut?: keyof typeof sortWords
}

function readDecile(raw: unknown): number | 'belum' | undefined {
  if (raw === 'belum') return raw
  const decile = Number(raw)
  return Number.isInteger(decile) && decile >= 1 && decile <= 10 ? decile : undefined
}

const indicatorNames: readonly string[] = Object.values(indicatorsBySector).flat()

export function readFamiliesSearch(raw: RawSearch): FamiliesSearch {
  const indicator = readText(raw.kurang)
  return withoutAbsent({
    wilayah: readCode(raw.wilayah ?? raw.kelurahan ?? raw.kecamatan),
    bidang: keyIn(sectorWords, raw.bidang),
    kurang: indicator !== undefined && indicatorNames.includes(indicator) ? indicator : undefined,
    dilayani: keyIn(servedWords, raw.dilayani),
    desil: readDecile(raw.desil),
    urut: keyIn(sortWords, raw.urut),
  })
}

/** `belum` as the filter's `none`. */
export function servedOfWord(word: keyof typeof servedWords): Served {
  return servedWords[word]
}

/** `nama` as the filter's `name`. */
export function sortOfWord(word: keyof typeof sortWords): Sort {
  return sortWords[word]
}

/** Whose records are judged and listed. */
export interface QualitySearch {
  /** Ward, without dots. */
  readonly kelurahan?: string
  /** Office as the lists name it; `-` for lists that name none. */
  readonly instansi?: string
}

export function readQualitySearch(raw: RawSearch): QualitySearch {
  const ward = readCode(raw.kelurahan)
  return withoutAbsent({
    kelurahan: ward?.length === 10 ? ward : undefined,
    instansi: readText(raw.instansi),
  })
}

/** Filter of the lists under the plan. */
export interface AllocationSearch {
  readonly daftar?: 'dapat' | 'belum'
  /** Ward, without dots. */
  readonly kelurahan?: string
  readonly bidang?: SectorWord
  readonly penawaran?: string
  readonly alasan?: string
  /** Key of one family. */
  readonly keluarga?: string
}

export function readAllocationSearch(raw: RawSearch): AllocationSearch {
  return withoutAbsent({
    daftar: keyIn({ dapat: '', belum: '' }, raw.daftar),
    kelurahan: readCode(raw.kelurahan),
    bidang: keyIn(sectorWords, raw.bidang),
    penawaran: readText(raw.penawaran),
    alasan: readText(raw.alasan),
    keluarga: readText(raw.keluarga),
  })
}

/** Which pair is shown. */
export interface PairsSearch {
  readonly kunci?: string
}

export function readPairsSearch({ kunci }: RawSearch): PairsSearch {
  return typeof kunci === 'string' && kunci.length === 10 ? { kunci } : {}
}

/** Which events of the trail are shown. */
export interface AuditSearch {
  /** Key of a person or family. */
  readonly tentang?: string
  /** User name. */
  readonly oleh?: string
  readonly tindakan?: string
  readonly sejak?: string
  readonly sampai?: string
}

function readDay(raw: unknown): string | undefined {
  return typeof raw === 'string' && isIsoDate(raw) ? raw : undefined
}

export function readAuditSearch(raw: RawSearch): AuditSearch {
  return withoutAbsent({
    tentang: readText(raw.tentang),
    oleh: readText(raw.oleh),
    tindakan: readText(raw.tindakan),
    sejak: readDay(raw.sejak),
    sampai: readDay(raw.sampai),
  })
}

/** The two days of a look into a family's past: as it was, and as it was known. */
export interface HistorySearch {
  readonly keadaan?: string
  readonly diketahui?: string
  /** The person whose own line is shown. */
  readonly orang?: string
}

export function readHistorySearch(raw: RawSearch): HistorySearch {
  const person = readText(raw.orang)
  return withoutAbsent({
    keadaan: readDay(raw.keadaan),
    diketahui: readDay(raw.diketahui),
    orang: person !== undefined && /^[a-z0-9]{10}$/.test(person) ? person : undefined,
  })
}

/** Which groups of residents are listed. */
export interface GroupsSearch {
  readonly jenis?: GroupKind
  /** Ward, without dots. */
  readonly kelurahan?: string
  readonly keadaan?: 'tutup'
}

export function readGroupsSearch(raw: RawSearch): GroupsSearch {
  const ward = readCode(raw.kelurahan)
  return withoutAbsent({
    jenis: groupKinds.find((kind) => kind === raw.jenis),
    kelurahan: ward?.length === 10 ? ward : undefined,
    keadaan: keyIn({ tutup: '' }, raw.keadaan),
  })
}

/** The day on which a group is looked at. */
export interface GroupSearch {
  readonly pada?: string
}

export function readGroupSearch(raw: RawSearch): GroupSearch {
  return withoutAbsent({ pada: readDay(raw.pada) })
}

/** The family with which another is to become one. */
export interface JoinSearch {
  readonly dengan?: string
}

export function readJoinSearch(raw: RawSearch): JoinSearch {
  const other = readText(raw.dengan)
  return other !== undefined && /^[a-z0-9]{10}$/.test(other) ? { dengan: other } : {}
}

/** Which part of the work of the data-protection officer is shown. */
export const privacyParts = ['permintaan', 'kebocoran', 'catatan', 'simpan'] as const
export interface PrivacySearch {
  readonly bagian?: (typeof privacyParts)[number]
}

export function readPrivacySearch(raw: RawSearch): PrivacySearch {
  return withoutAbsent({ bagian: privacyParts.find((part) => part === raw.bagian) })
}

/** A name that lists use, for an organisation to be added. */
export interface NewOrganisationSearch {
  readonly nama?: string
}

export function readNewOrganisationSearch(raw: RawSearch): NewOrganisationSearch {
  return withoutAbsent({ nama: readText(raw.nama) })
}

/** Where to go after signing in: a path of this app. */
export interface SignInSearch {
  readonly ke?: string
  /** Why a sign-in by an outside provider failed: the code of the refusal. */
  readonly gagal?: string
}

/** Why linking the account with an outside provider failed. */
export interface AccountSearch {
  readonly gagal?: string
}

export function readAccountSearch(raw: RawSearch): AccountSearch {
  return withoutAbsent({ gagal: readText(raw.gagal) })
}

export function readSignInSearch(raw: RawSearch): SignInSearch {
  const path = raw.ke
  // Only a path: `//other.example` would leave the app.
  const isPath = typeof path === 'string' && /^\/(?![/\\])/.test(path)
  return withoutAbsent({ ke: isPath ? path : undefined, gagal: readText(raw.gagal) })
}
