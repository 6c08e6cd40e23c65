import { damageKk, damageName, damageNik, damageWard, writeAddress, writeDate } from '../damage.ts'
import { ageOf, careful, careless, type ListContext, usual } from '../list-context.ts'
import type { SampleFamily, SampleList, SamplePerson } from '../schema.ts'
import { SheetWriter } from '../sheet-writer.ts'

type Components = readonly [number, number, number, number, number, number]

/** Conditional cash: two-row heading, the ward written once a block, subtotals, a signature. */
export function familyHopeList(context: ListContext): SampleList {
  const { random, city, headOf, membersOf } = context
  const file = '02_PKH_Tahap2.xlsx'
  const sheet = new SheetWriter(file, 'PKH TAHAP 2')
  sheet.line('KEMENTERIAN SOSIAL REPUBLIK INDONESIA')
  sheet.line('DAFTAR PENERIMA BANTUAN SOSIAL PROGRAM KELUARGA HARAPAN (PKH) TAHAP II TAHUN 2025')
  sheet.line('KOTA PALANGKA RAYA')
  sheet.line()
  sheet.line(
    'NO',
    'KELURAHAN',
    'NAMA PENGURUS',
    'NIK',
    'NO KK',
    'ALAMAT',
    'RT/RW',
    'KOMPONEN',
    null,
    null,
    null,
    null,
    null,
    'NOMINAL',
    'KET',
  )
  sheet.line(null, null, null, null, null, null, null, 'AUD', 'SD', 'SMP', 'SMA', 'LU', 'DB')
  const chosen = city.families
    .filter(
      (family) =>
        family.decile <= 4 &&
        components(membersOf(family)).some((count) => count > 0) &&
        random.chance(0.5),
    )
    .sort((left, right) => (left.ward < right.ward ? -1 : left.ward > right.ward ? 1 : 0))
  let ward = ''
  let block = 0
  for (const family of chosen) {
    if (family.ward !== ward && ward !== '') {
      sheet.line(null, null, `JUMLAH (${block} KPM)`)
      block = 0
    }
    const payee = membersOf(family).find(({ relation }) => relation === 2) ?? headOf(family)
    const counts = components(membersOf(family))
    sheet.row(payee, [
      sheet.dataRows + 1,
      family.ward === ward ? null : family.wardName.toUpperCase(),
      upper(damageName(random, payee, usual)),
      damageNik(random, payee.nik, usual),
      family.kk,
      writeAddress(random, family.street, family.houseNo, usual),
      random.pick([
        `${pad(family.rt)}/${pad(family.rw)}`,
        `RT ${pad(family.rt)} RW ${pad(family.rw)}`,
        `RT.${family.rt}/${family.rw}`,
      ] as const),
      ...counts.map((count) => (count > 0 ? count : null)),
      quarterRp(counts),
      random.chance(0.015) ? 'tidak hadir' : null,
    ])
    ward = family.ward
    block += 1
  }
  sheet.line(null, 'TOTAL')
  sign(sheet, 'Kepala DINAS SOSIAL')
  return {
    file,
    kind: 'xlsx',
    sheets: [{ ...sheet.sheet(), merges: [[4, 7, 4, 12]] }],
    truth: sheet.truth,
  }
}

function components(members: readonly SamplePerson[]): Components {
  const count = (test: (person: SamplePerson, age: number) => boolean): number =>
    members.filter((person) => person.status === 'active' && test(person, ageOf(person))).length
  return [
    count((_, age) => age <= 6),
    count(({ inSchool }, age) => inSchool && age >= 7 && age <= 12),
    count(({ inSchool }, age) => inSchool && age >= 13 && age <= 15),
    count(({ inSchool }, age) => inSchool && age >= 16 && age <= 18),
    count((_, age) => age >= 60),
    count(({ severity }) => severity === 'berat'),
  ]
}

/** @source Amounts a year of the programme's catalogue, a quarter of each. */
function quarterRp(counts: Components): number {
  const yearly = [3_000_000, 900_000, 1_500_000, 2_000_000, 2_400_000, 2_400_000]
  return counts.reduce((sum, count, no) => sum + (count * (yearly[no] ?? 0)) / 4, 0)
}

/** Food card: a sheet a district, totals, payment states. */
export function foodCardList({ random, city, headOf }: ListContext): SampleList {
  const file = '03_BPNT_Mei-Juni.xlsx'
  const chosen = city.families.filter(({ decile }) => decile <= 5 && random.chance(0.5))
  const districts = [...new Set(chosen.map(({ districtName }) => districtName))].sort()
  const sheets = districts.map((district) => {
    const sheet = new SheetWriter(file, `KEC. ${district.toUpperCase()}`)
    sheet.line('DATA KPM PROGRAM SEMBAKO')
    sheet.line('PERIODE MEI - JUNI 2025')
    sheet.line()
    sheet.line(
      'No',
      'NIK KTP',
      'NAMA KPM',
      'NOMOR KK',
      'ALAMAT',
      'KEL',
      'RT',
      'RW',
      'JUMLAH',
      'STATUS',
    )
    for (const family of chosen.filter(({ districtName }) => districtName === district)) {
      const head = headOf(family)
      sheet.row(head, [
        sheet.dataRows + 1,
        damageNik(random, head.nik, usual),
        upper(damageName(random, head, usual)),
        damageKk(random, family.kk),
        writeAddress(random, family.street, family.houseNo, usual),
        damageWard(random, family.wardName, 0.06),
        pad3(family.rt),
        pad3(family.rw),
        400_000,
        random.weighted([
          ['Berhasil', 95],
          ['Gagal - saldo 0', 3],
          ['Rek. tidak aktif', 2],
        ] as const) ?? 'Berhasil',
      ])
    }
    sheet.line(null, 'TOTAL')
    return sheet
  })
  return {
    file,
    kind: 'xlsx',
    sheets: sheets.map((sheet) => sheet.sheet()),
    truth: sheets.flatMap(({ truth }) => truth),
  }
}

/** Members of the subsidised health insurance, pipe-separated; no family card number in it. */
export function insuredList({ random, city, familyOf }: ListContext): SampleList {
  const file = '04_PBIJK_202506.txt'
  const sheet = new SheetWriter(file, '', true)
  sheet.line(
    'NOKA',
    'NIK',
    'NAMA',
    'TGLLHR',
    'JK',
    'ALAMAT',
    'RT',
    'RW',
    'NMDESA',
    'NMKEC',
    'KELAS',
    'STATUS',
    'TMT',
    'KET_NONAKTIF',
  )
  for (const person of city.persons) {
    const family = familyOf(person)
    if (family.decile > 6 || person.jkn === 'none' || person.nik === '') continue
    const isActive = person.jkn === 'active'
    sheet.row(person, [
      String(random.whole(0, 9_999_999_999)).padStart(13, '0'),
      damageNik(random, person.nik, careful),
      upper(damageName(random, person, careful)),
      writeDate(random, person.born, 'compact'),
      person.sex,
      writeAddress(random, family.street, family.houseNo, careful),
      pad3(family.rt),
      pad3(family.rw),
      family.wardName.toUpperCase(),
      family.districtName,
      3,
      isActive ? 0 : 1,
      isActive ? '20230401' : '20250601',
      isActive ? null : random.pick(['NIK TIDAK PADAN', 'PINDAH SEGMEN', 'DESIL 6-10'] as const),
    ])
  }
  return { file, kind: 'psv', sheets: [sheet.sheet()], truth: sheet.truth }
}

/** Pupils who get the school grant, by school level; no address, the mother's name instead. */
export function pupilList({ random, city, familyOf }: ListContext): SampleList {
  const file = '05_PIP_2025_Disdik.xlsx'
  const levels = [
    { name: 'SD', from: 7, to: 12, yearRp: 450_000 },
    { name: 'SMP', from: 13, to: 15, yearRp: 750_000 },
  ] as const
  const sheets = levels.map(({ name, from, to, yearRp }) => {
    const sheet = new SheetWriter(file, name)
    sheet.line('DINAS PENDIDIKAN KOTA PALANGKA RAYA')
    sheet.line('DAFTAR PENERIMA PIP TAHUN 2025')
    sheet.line()
    sheet.line(
      'No',
      'NISN',
      'Nama Siswa',
      'NIK Siswa',
      'L/P',
      'Tempat Lahir',
      'Tanggal Lahir',
      'Nama Ibu Kandung',
      'Sekolah',
      'Kelas',
      'Nominal',
      'Layak PIP',
    )
    for (const person of city.persons) {
      const age = ageOf(person)
      const family = familyOf(person)
      if (!person.inSchool || age < from || age > to || family.decile > 5 || !random.chance(0.45))
        continue
      sheet.row(person, [
        sheet.dataRows + 1,
        `00${random.whole(10_000_000, 99_999_999)}`,
        upper(damageName(random, person, usual)),
        damageNik(random, person.nik, { ...usual, nikMissing: 0.28, nikAsNumber: 0 }),
        person.sex,
        random.pick(['Palangka Raya', 'Palangkaraya', 'P.Raya', 'Kapuas'] as const),
        writeDate(random, person.born, 'mixed'),
        person.motherName === '' ? null : person.motherName.toUpperCase(),
        `${name === 'SD' ? 'SDN' : 'SMPN'} ${random.whole(1, 6)} ${family.wardName}`,
        Math.min(to - from + 1, age - from + 1) + (name === 'SMP' ? 6 : 0),
        yearRp,
        random.pick(['KIP', 'DTSEN', 'Yatim', 'Usulan sekolah'] as const),
      ])
    }
    sheet.line(null, 'TOTAL')
    sign(sheet, 'Kepala DINAS PENDIDIKAN')
    return sheet
  })
  return {
    file,
    kind: 'xlsx',
    sheets: sheets.map((sheet) => sheet.sheet()),
    truth: sheets.flatMap(({ truth }) => truth),
  }
}

/** Zakat given in half a year; amounts and dates as words. */
export function zakatList(context: ListContext): SampleList {
  const { random } = context
  const file = '08_BAZNAS_Smt1.xlsx'
  const sheet = new SheetWriter(file, 'Penyaluran')
  sheet.line('BADAN AMIL ZAKAT NASIONAL KOTA PALANGKA RAYA')
  sheet.line('LAPORAN PENYALURAN ZAKAT, INFAK, SEDEKAH')
  sheet.line('Semester I 2025')
  sheet.line()
  sheet.line(
    'No',
    'Nama Mustahik',
    'Tempat/Tgl Lahir',
    'No KTP',
    'Alamat',
    'Kelurahan',
    'Asnaf',
    'Jenis Bantuan',
    'Jumlah',
    'Tgl Penyaluran',
    'No HP',
  )
  const gifts = [
    ['Paket sembako ramadhan', 600_000],
    ['Santunan fakir miskin', 500_000],
    ['Modal usaha', 2_500_000],
    ['Rehab rumah (Palangka Raya Peduli)', 15_000_000],
    ['Bantuan pendidikan', 1_000_000],
  ] as const
  for (const family of poorFamilies(context, 0.06)) {
    const head = context.headOf(family)
    const [gift, amountRp] = random.pick(gifts)
    sheet.row(head, [
      sheet.dataRows + 1,
      damageName(random, head, usual),
      writeDate(random, head.born, 'mixed'),
      damageNik(random, head.nik, usual),
      writeAddress(random, family.street, family.houseNo, usual),
      damageWard(random, family.wardName, 0.07),
      random.pick(['Fakir', 'Miskin', 'Gharimin'] as const),
      gift,
      random.chance(0.5) ? amountRp : `Rp ${dotted(amountRp)},-`,
      writeDate(random, `2025-0${random.whole(1, 6)}-${pad(random.whole(1, 28))}`, 'mixed'),
      head.phone === '' ? null : head.phone,
    ])
  }
  sheet.line('TOTAL')
  sign(sheet, 'Ketua BAZNAS Kota')
  return { file, kind: 'xlsx', sheets: [sheet.sheet()], truth: sheet.truth }
}

/** What companies gave, with little to know anybody by. */
export function companyList(context: ListContext): SampleList {
  const { random } = context
  const file = '09_TJSLP_2025.csv'
  const sheet = new SheetWriter(file, '', true)
  sheet.line(
    'Perusahaan',
    'Nama Penerima',
    'Desa/Kelurahan',
    'RT',
    'No. HP',
    'NIK (jika ada)',
    'Bantuan',
    'Nilai',
  )
  const gifts = [
    ['sembako lebaran', '250 rb'],
    ['paket sembako', '250.000'],
    ['gerobak/modal UMKM', 'Rp. 2.000.000'],
    ['tandon air 650 L', '1500000'],
    ['septic tank biofil', '3,5 jt'],
    ['tas & perlengkapan sekolah', 'Rp. 500.000'],
  ] as const
  for (const family of poorFamilies(context, 0.07)) {
    const head = context.headOf(family)
    const [gift, value] = random.pick(gifts)
    sheet.row(head, [
      random.pick(['Bank Handep Sejahtera', 'PT Rungan Lestari', 'Swalayan Kahayan'] as const),
      random.chance(0.06)
        ? { cell: head.nickname, tag: 'name_nickname' }
        : damageName(random, head, careless),
      damageWard(random, family.wardName, 0.14),
      random.chance(0.85) ? family.rt : null,
      head.phone === '' ? null : head.phone,
      damageNik(random, head.nik, careless),
      gift,
      value,
    ])
  }
  return { file, kind: 'csv', sheets: [sheet.sheet()], truth: sheet.truth }
}

function poorFamilies({ city, random }: ListContext, share: number): SampleFamily[] {
  return city.families.filter(({ decile }) => decile <= 5 && random.chance(share * 2))
}

function upper<Cell extends { readonly cell: string }>(damaged: Cell): Cell {
  return { ...damaged, cell: damaged.cell.toUpperCase() }
}

function sign(sheet: SheetWriter, who: string): void {
  sheet.line()
  sheet.line(null, null, null, null, null, 'Palangka Raya, 30 Juni 2025')
  sheet.line(null, null, null, null, null, who)
  sheet.line()
  sheet.line(null, null, null, null, null, 'NIP. 19700101 199001 1 001')
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

function pad3(value: number): string {
  return String(value).padStart(3, '0')
}

function dotted(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '.')
}
