import { damageName, damageNik, damageWard, writeAddress, writeDate } from '../damage.ts'
import { ageOf, careful, careless, type ListContext, usual } from '../list-context.ts'
import type { SampleFamily, SampleList } from '../schema.ts'
import { SheetWriter } from '../sheet-writer.ts'

const floors: Readonly<Record<number, string>> = {
  2: 'keramik',
  4: 'ubin',
  5: 'papan',
  6: 'semen',
  8: 'tanah',
}
const walls: Readonly<Record<number, string>> = { 1: 'tembok', 3: 'papan', 4: 'anyaman bambu' }
const roofs: Readonly<Record<number, string>> = {
  2: 'genteng',
  3: 'seng',
  4: 'asbes',
  7: 'daun rumbia',
}
const waters: Readonly<Record<number, string>> = {
  2: 'isi ulang',
  3: 'PDAM',
  5: 'sumur bor',
  6: 'sumur gali (tutup)',
  7: 'sumur terbuka',
  10: 'air sungai',
  11: 'air hujan',
}

function toiletWords({ toilet, closet, waste }: SampleFamily): string {
  if (toilet === 6) return 'BABS'
  if (toilet === 3 || toilet === 4) return 'MCK umum'
  if (toilet === 2) return 'WC bersama'
  if (waste === 1 && closet === 1) return 'milik sendiri, septik'
  if (waste === 3) return 'WC di sungai'
  return closet === 1 ? 'WC leher angsa, lubang tanah' : 'cemplung'
}

/** Survey of unfit houses: the condition in words, coordinates in degrees, help that came before. */
export function houseSurvey({ random, city, headOf, membersOf }: ListContext): SampleList {
  const file = '06_Survei_RTLH.xlsx'
  const sheet = new SheetWriter(file, 'Form Survei')
  sheet.line('FORM PENDATAAN RUMAH TIDAK LAYAK HUNI (RTLH)')
  sheet.line('Tahun Anggaran 2025')
  sheet.line()
  sheet.line(
    'No',
    'Nama KK',
    'No. KTP',
    'No. KK',
    'Alamat Rumah',
    'RT/RW',
    'Kelurahan',
    'Kecamatan',
    'Koordinat',
    'Jml Penghuni',
    'Luas (m2)',
    'Lantai',
    'Dinding',
    'Atap',
    'Air Minum',
    'MCK',
    'Status Tanah',
    'Pernah Dibantu',
  )
  for (const family of city.families) {
    if (family.condition < 2 || family.tenure === 3 || !random.chance(0.3)) continue
    const head = headOf(family)
    const isWorn = family.condition >= 3
    sheet.row(head, [
      sheet.dataRows + 1,
      damageName(random, head, usual),
      damageNik(random, head.nik, usual),
      random.chance(0.9) ? family.kk : null,
      writeAddress(random, family.street, family.houseNo, usual),
      `${String(family.rt).padStart(2, '0')}/${String(family.rw).padStart(2, '0')}`,
      damageWard(random, family.wardName, 0.07),
      family.districtName,
      `${family.latitude}, ${family.longitude}`,
      membersOf(family).length,
      random.chance(0.6) ? family.areaM2 : `${family.areaM2} m2`,
      `${floors[family.floor] ?? 'papan'}${isWorn ? ' lapuk' : ''}`,
      `${walls[family.wall] ?? 'papan'}${isWorn ? ' miring, lapuk' : ''}`,
      `${roofs[family.roof] ?? 'seng'}${isWorn ? ' bocor' : ''}`,
      waters[family.water] ?? 'sumur',
      toiletWords(family),
      family.tenure === 1
        ? random.pick(['SHM', 'SPT', 'surat adat', 'tidak ada'] as const)
        : 'bukan milik',
      random.chance(0.1)
        ? random.pick(['BSPS 2023', 'RTLH Kota 2024'] as const)
        : random.pick(['belum', '-', null] as const),
    ])
  }
  sheet.line()
  sheet.line(null, null, null, null, null, 'Surveyor: 1) ........ 2) ........')
  return { file, kind: 'xlsx', sheets: [sheet.sheet()], truth: sheet.truth }
}

/** Survey of water and toilets: no NIK at all, names as neighbours say them. */
export function waterSurvey({ random, city, headOf, membersOf }: ListContext): SampleList {
  const file = '07_Air_Sanitasi.csv'
  const sheet = new SheetWriter(file, '', true)
  sheet.line('REKAP PENDATAAN AIR MINUM DAN SANITASI')
  sheet.line()
  sheet.line(
    'NO',
    'NAMA PENGHUNI',
    'ALAMAT RUMAH',
    'RT',
    'KELURAHAN',
    'JML JIWA',
    'SUMBER AIR MINUM',
    'PELANGGAN PERUMDAM',
    'AKSES JAMBAN',
    'INTERVENSI',
    'TGL KUNJUNGAN',
  )
  for (const family of city.families) {
    if (!random.chance(0.22)) continue
    const head = headOf(family)
    sheet.row(head, [
      sheet.dataRows + 1,
      random.chance(0.08)
        ? { cell: head.nickname, tag: 'name_nickname' }
        : damageName(random, head, careless),
      writeAddress(random, family.street, family.houseNo, usual),
      String(family.rt).padStart(3, '0'),
      damageWard(random, family.wardName, 0.08),
      membersOf(family).length,
      waters[family.water] ?? 'sumur',
      family.water === 3 ? 'Ya' : 'Tidak',
      toiletWords(family),
      random.chance(0.05) ? random.pick(['stimulan jamban 2024', 'SR MBR 2024'] as const) : null,
      writeDate(random, `2025-0${random.whole(1, 6)}-${random.whole(10, 28)}`, 'dashed'),
    ])
  }
  sheet.line()
  sheet.line('Mengetahui, Kepala Puskesmas')
  return { file, kind: 'ssv', sheets: [sheet.sheet()], truth: sheet.truth }
}

const disabilityWords = [
  '',
  'Tuna daksa',
  'Tuna netra',
  'Tuna rungu',
  'Tuna wicara',
  'Tuna grahita',
  'ODGJ',
]

/** Disabled persons, adults and children on two sheets. */
export function disabilityList({ random, city, familyOf }: ListContext): SampleList {
  const file = '10_Disabilitas.xlsx'
  const sheets = (['DEWASA', 'ANAK'] as const).map((name) => {
    const sheet = new SheetWriter(file, name)
    sheet.line('DATA PENYANDANG DISABILITAS KOTA PALANGKA RAYA')
    sheet.line('TAHUN 2025')
    sheet.line()
    sheet.line(
      'No',
      'NAMA',
      'L/P',
      'TGL LAHIR',
      'NIK',
      'NAMA ORANG TUA/WALI',
      'ALAMAT',
      'KELURAHAN',
      'JENIS DISABILITAS',
      'TINGKAT',
      'ALAT BANTU / BANTUAN',
    )
    for (const person of city.persons) {
      const isChild = ageOf(person) < 18
      if (person.disability === 0 || isChild !== (name === 'ANAK') || !random.chance(0.8)) continue
      const family = familyOf(person)
      sheet.row(person, [
        sheet.dataRows + 1,
        damageName(random, person, usual),
        person.sex,
        writeDate(random, person.born, 'mixed'),
        damageNik(random, person.nik, usual),
        isChild && person.motherName !== '' ? person.motherName.toUpperCase() : null,
        writeAddress(random, family.street, family.houseNo, usual),
        damageWard(random, family.wardName, 0.08),
        disabilityWords[person.disability] ?? null,
        person.severity,
        random.chance(0.2)
          ? random.pick(['Kursi roda 2024', 'Alat bantu dengar', 'ATENSI'] as const)
          : random.pick(['belum ada', '-', null] as const),
      ])
    }
    return sheet
  })
  return {
    file,
    kind: 'xlsx',
    sheets: sheets.map((sheet) => sheet.sheet()),
    truth: sheets.flatMap(({ truth }) => truth),
  }
}

/** What wards put forward: a block a RT with its own heading, ages instead of dates, remarks. */
export function wardProposals({ random, city, headOf, membersOf }: ListContext): SampleList {
  const file = '11_Usulan_Kelurahan.xlsx'
  const wards = [...new Set(city.families.map(({ wardName }) => wardName))]
    .sort()
    .filter((_, no) => no % 4 === 0)
  const sheets = wards.map((ward) => {
    const sheet = new SheetWriter(file, ward)
    sheet.line('DAFTAR WARGA KURANG MAMPU')
    sheet.line(`KELURAHAN ${ward.toUpperCase()}`)
    sheet.line()
    const proposed = city.families.filter(
      ({ wardName, decile }) => wardName === ward && decile <= 6 && random.chance(0.12),
    )
    for (const rt of [...new Set(proposed.map((family) => family.rt))].sort((a, b) => a - b)) {
      sheet.line(`RT ${String(rt).padStart(2, '0')} / RW 01`)
      sheet.line(
        'No',
        'NAMA',
        'Umur',
        'NIK (kalau ada)',
        'Alamat / patokan',
        'Pekerjaan',
        'Jml tanggungan',
        'Keterangan',
      )
      proposed
        .filter((family) => family.rt === rt)
        .forEach((family, no) => {
          const head = headOf(family)
          sheet.row(head, [
            no + 1,
            random.chance(0.3)
              ? { cell: head.nickname, tag: 'name_nickname' }
              : damageName(random, head, careless),
            random.pick([
              ageOf(head),
              `${ageOf(head)} th`,
              `± ${Math.round(ageOf(head) / 5) * 5}`,
            ] as const),
            damageNik(random, head.nik, { ...careless, nikMissing: 0.65 }),
            random.chance(0.4)
              ? random.pick(['tepi sungai', 'belakang pasar', 'samping langgar'] as const)
              : writeAddress(random, family.street, family.houseNo, careless),
            head.work === '' ? null : head.work,
            membersOf(family).length - 1,
            family.condition >= 3
              ? 'rmh tdk layak'
              : random.pick(['BPJS mati', 'korban banjir', 'anak tdk sekolah', null] as const),
          ])
        })
      sheet.line()
    }
    sheet.line(null, null, null, null, null, 'Mengetahui, Lurah')
    return sheet
  })
  return {
    file,
    kind: 'xlsx',
    sheets: sheets.map((sheet) => sheet.sheet()),
    truth: sheets.flatMap(({ truth }) => truth),
  }
}

/** Deaths and moves as civil registration has them. */
export function vitalEvents({ random, city, familyOf }: ListContext): SampleList {
  const file = '12_Dukcapil_Mati_Pindah.csv'
  const sheet = new SheetWriter(file, '', true)
  sheet.line(
    'no_reg',
    'nik',
    'no_kk',
    'nama_lengkap',
    'jenis_klmin',
    'tgl_lhr',
    'jenis_peristiwa',
    'tgl_peristiwa',
    'kelurahan',
  )
  for (const person of city.persons) {
    if (person.status === 'active' || person.nik === '') continue
    const family = familyOf(person)
    sheet.row(person, [
      `6271-${person.status === 'dead' ? 'KM' : 'PD'}-2025-${String(random.whole(1, 9999)).padStart(4, '0')}`,
      damageNik(random, person.nik, { ...careful, nikMissing: 0.004 }),
      family.kk,
      person.name.toUpperCase(),
      person.sex,
      writeDate(random, person.born, 'dashed'),
      person.status === 'dead' ? 'KEMATIAN' : 'PINDAH',
      person.statusDate,
      family.wardName,
    ])
  }
  return { file, kind: 'csv', sheets: [sheet.sheet()], truth: sheet.truth }
}
