import type { AssignedColumn } from '../columns/assign-meanings.ts'
import type { ListKind } from '../schema.ts'
import { isAssetMeaning, type Meaning } from '../values/index.ts'

/** What a sheet shows of its kind. */
export interface KindEvidence {
  readonly titles: readonly string[]
  readonly sheet: string
  readonly file: string
  readonly columns: readonly AssignedColumn[]
  readonly programme?: string
}

const offerHeadings: readonly RegExp[] = [
  /offer|penawaran|tawaran|komitmen|pledge/i,
  /unit[ _]?cost|harga (?:satuan|per)|biaya (?:satuan|per|unit)|nilai (?:satuan|per)|satuan biaya/i,
  /quota|kuota|quantity|jumlah (?:unit|paket|sasaran|target)|volume|kapasitas|jml (?:unit|paket)|qty|stok/i,
  /\bowner|pemilik|mitra|penyedia|provider|lembaga|instansi|perusahaan|donatur|pemberi|opd|dinas/i,
  /window|berlaku|mulai|sampai|batas waktu|tanggal (?:awal|akhir)|from|until/i,
  /eligib|syarat|kriteria|sasaran|ketentuan|persyaratan/i,
  /need|kebutuhan|indikator|sektor|sector|bidang|jenis (?:bantuan|layanan)|bentuk/i,
  /territory|wilayah|lokasi|cakupan|kelurahan/i,
  /\bunit\b|satuan/i,
]

const budgetHeadings: readonly RegExp[] = [
  /oppkpke|strategi/i,
  /perangkat daerah|\bopd\b|skpd|dinas|instansi/i,
  /\bprogram\b/i,
  /sub[ _-]?kegiatan|\bkegiatan\b|aktivitas/i,
  /pagu|alokasi|anggaran|budget/i,
  /realisasi|serapan/i,
  /sumber (?:pembiayaan|dana|anggaran)/i,
  /\bkode(?: rekening)?\b/i,
  /sasaran|target|penerima manfaat/i,
]

/** A budget or a table of offers by its headings, unless persons' numbers stand in it. */
export function plainKind(
  columns: readonly AssignedColumn[],
  titles: readonly string[],
): 'offers' | 'budget' | undefined {
  const hasPersons = columns.some(
    ({ meaning, profile }) => (meaning === 'nik' || meaning === 'kk') && profile.idShare > 0.3,
  )
  if (hasPersons) return undefined
  const headings = columns.map(({ heading }) => heading.replace(/_/g, ' '))
  const count = (patterns: readonly RegExp[]) =>
    patterns.filter((pattern) => headings.some((heading) => pattern.test(heading))).length
  const title = titles.join(' ')
  const budget = count(budgetHeadings) + (/oppkpke|anggaran|pagu|rka\b|dpa\b/i.test(title) ? 1 : 0)
  const offers =
    count(offerHeadings) + (/penawaran|tawaran|komitmen|offers?\b/i.test(title) ? 1 : 0)
  const hasMoney = headings.some((heading) =>
    /pagu|alokasi|anggaran|realisasi|budget/i.test(heading),
  )
  if (budget >= 5 && hasMoney && budget >= offers) return 'budget'
  const hasStock = headings.some((heading) =>
    offerHeadings.slice(0, 3).some((pattern) => pattern.test(heading)),
  )
  return offers >= 4 && hasStock ? 'offers' : undefined
}

/** True when the columns can name a person or family. */
export function namesPersons(columns: readonly AssignedColumn[]): boolean {
  const has = (meaning: Meaning) => columns.some((column) => column.meaning === meaning)
  return has('nik') || has('name') || has('nikOrKk') || has('nameAndNik') || has('kk')
}

/**
 * The kind of a list of persons or families: what its columns hold counts most, then its titles,
 * its sheet's name and last its file's. A list of persons that fits no kind is `other`.
 */
export function personListKind(evidence: KindEvidence): ListKind {
  const { columns, programme } = evidence
  const scores = new Map<ListKind, number>()
  const note = (kind: ListKind, points: number) =>
    scores.set(kind, (scores.get(kind) ?? 0) + points)
  scoreColumns(columns, note)
  scoreWords(evidence.titles.join(' · '), 2, note)
  scoreWords(evidence.sheet, 1.5, note)
  scoreWords(evidence.file.replace(/[_.-]+/g, ' '), 1, note)
  if (programme) note('aid', 2)

  let best: { kind: ListKind; points: number } = { kind: 'other', points: 1.4 }
  for (const [kind, points] of scores) if (points > best.points) best = { kind, points }
  return best.kind
}

function scoreColumns(
  columns: readonly AssignedColumn[],
  note: (kind: ListKind, points: number) => void,
) {
  const has = (meaning: Meaning) =>
    columns.some((column) => column.meaning === meaning && column.confidence >= 0.5)
  const countOf = (meanings: readonly Meaning[]) => meanings.filter(has).length
  const assets = columns.filter(({ meaning }) => meaning && isAssetMeaning(meaning)).length

  const social = countOf([
    'relation',
    'marital',
    'schoolParticipation',
    'education',
    'occupation',
    'chronicIllness',
    'ownsBusiness',
    'disability',
  ])
  if (has('relation')) note('register-person', 2 + social * 0.6)
  else if (social >= 4) note('register-person', social * 0.5)

  const dwelling = countOf([
    'floor',
    'wall',
    'roof',
    'water',
    'lighting',
    'powerVa',
    'cookingFuel',
    'toilet',
    'closet',
    'wasteDisposal',
    'houseTenure',
    'familiesInHouse',
  ])
  if (has('decile') && dwelling >= 3) note('register-family', 5)
  if (assets >= 3) note('register-family', 3 + dwelling * 0.3)

  const walls = countOf(['floor', 'wall', 'roof', 'houseCondition', 'house'])
  if (walls >= 1)
    note('housing-survey', 1 + walls + (has('floorAreaM2') || has('landTitle') ? 1 : 0))

  const wet = countOf([
    'water',
    'sanitation',
    'toilet',
    'isWaterCustomer',
    'wellToCesspitM',
    'closet',
    'wasteDisposal',
  ])
  if (wet >= 1) note('water-survey', 0.5 + wet * (walls >= 2 ? 0.4 : 1))

  if (has('event')) note('vital-events', 5)
  else if (has('eventDate')) note('vital-events', 2.5)

  if (has('disability')) note('disability', has('relation') ? 0.5 : 2.5)
  if (has('disabilitySeverity')) note('disability', 1)

  const money = has('amountRp') ? 2 : 0
  const aid = countOf([
    'aidText',
    'aidStatusText',
    'provider',
    'aidDate',
    'jknStatus',
    'jknReason',
    'groundsText',
  ])
  const components = columns.filter(({ meaning }) => meaning?.startsWith('component.')).length
  note('aid', money + aid * 0.8 + (components >= 2 ? 2 : 0))

  if (money === 0 && aid <= 1)
    note('proposal', countOf(['dependants', 'note', 'ageYears', 'occupation']) * 0.5)
}

const kindWords: readonly (readonly [ListKind, RegExp, number])[] = [
  [
    'register-person',
    /\bdtsen\b|\bdtks\b|regsosek|\bp3ke\b|registr|kependudukan|\bindividu\b|anggota keluarga/i,
    1,
  ],
  [
    'register-family',
    /\bdtsen\b|\bdtks\b|regsosek|\bp3ke\b|\bkeluarga\b(?! harapan| penerima| kurang| miskin)/i,
    0.6,
  ],
  [
    'housing-survey',
    /\brtlh\b|tidak layak huni|rumah tak layak|backlog|survei rumah|survey rumah/i,
    1,
  ],
  ['water-survey', /air minum|sanitasi|jamban|stbm|air bersih|\bodf\b/i, 1],
  ['disability', /disabilitas|difabel|\bppks\b|penyandang/i, 1],
  [
    'proposal',
    /usul|kurang mampu|permohonan|pengajuan|calon penerima|daftar warga miskin|pra[- ]?sejahtera|musyawarah|muskel/i,
    1.6,
  ],
  ['vital-events', /kematian|meninggal|\bmati\b|pindah|mutasi|peristiwa|datang/i, 1],
  [
    'aid',
    /penerima|penyaluran|bantuan|bansos|\bkpm\b|penerimaan|santunan|tjslp|\bcsr\b|zakat|salur/i,
    0.8,
  ],
]

function scoreWords(text: string, weight: number, note: (kind: ListKind, points: number) => void) {
  for (const [kind, words, points] of kindWords) if (words.test(text)) note(kind, points * weight)
}
