import { damageName, damageNik, writeAddress } from '../damage.ts'
import { careful, type ListContext } from '../list-context.ts'
import type { SampleFamily, SampleList } from '../schema.ts'
import { SheetWriter } from '../sheet-writer.ts'

const personHeadings = [
  'nomor_induk_kependudukan',
  'nama',
  'nomor_kartu_keluarga',
  'tanggal_lahir',
  'jenis_kelamin',
  'alamat',
  'status_hubungan_keluarga',
  'status_kawin',
  'partisipasi_sekolah',
  'ijazah_tertinggi',
  'status_pekerjaan',
  'lapangan_usaha',
  'kepemilikan_usaha',
  'penyandang_disabilitas',
  'penyakit_kronis',
] as const

const assetHeadings = [
  'tabung_gas_5_5kg',
  'lemari_es',
  'AC',
  'pemanas_air',
  'telepon_rumah',
  'tv_datar_30',
  'emas_perhiasan_gram',
  'komputer_laptop_tablet',
  'sepeda_motor',
  'sepeda',
  'mobil',
  'perahu',
  'kapal_perahu_motor',
  'smartphone',
  'sawah_kebun_ha',
  'lahan_lainnya',
  'rumah_lainnya',
  'ternak_besar',
  'ternak_kecil',
] as const

const familyHeadings = [
  'kode_provinsi',
  'provinsi',
  'kode_kabupaten_kota',
  'kabupaten_kota',
  'kode_kecamatan',
  'kecamatan',
  'kode_kelurahan_desa',
  'kelurahan_desa',
  'alamat',
  'lokasi',
  'nomor_kartu_keluarga',
  'nama_kepala_keluarga',
  'keluarga_dalam_rumah',
  'status_kepemilikan_rumah',
  'jenis_lantai_terluas',
  'jenis_dinding_terluas',
  'jenis_atap_terluas',
  'sumber_air_minum_utama',
  'sumber_penerangan_utama',
  'daya_terpasang',
  'id_meteran_PLN',
  'bahan_bakar_utama_memasak',
  'fasilitas_bab',
  'jenis_kloset',
  'pembuangan_akhir_tinja',
  ...assetHeadings,
  'desil_nasional',
] as const

/** The national register of the poorer half: a sheet of persons and one of families. */
export function registerList(context: ListContext): SampleList {
  const file = '01_DTSEN.xlsx'
  const { random, city } = context
  const listed = city.families.filter(({ decile }) => random.chance(decile <= 5 ? 0.93 : 0.12))
  const persons = new SheetWriter(file, 'individu')
  const families = new SheetWriter(file, 'keluarga')
  persons.line(...personHeadings)
  families.line(...familyHeadings)
  for (const family of listed) {
    writePersons(context, persons, family)
    writeFamily(context, families, family)
  }
  return {
    file,
    kind: 'xlsx',
    sheets: [persons.sheet(), families.sheet()],
    truth: [...persons.truth, ...families.truth],
  }
}

function writePersons(
  { random, membersOf }: ListContext,
  sheet: SheetWriter,
  family: SampleFamily,
): void {
  const kk = random.chance(0.98) ? family.kk : null
  for (const person of membersOf(family)) {
    if (random.chance(0.02)) continue
    const name = damageName(random, person, careful)
    sheet.row(person, [
      damageNik(random, person.nik, careful),
      { ...name, cell: name.cell.toUpperCase() },
      kk,
      person.born,
      person.sex === 'L' ? 1 : 2,
      writeAddress(random, family.street, family.houseNo, careful),
      person.relation,
      person.marital,
      person.inSchool ? 2 : person.education === 0 && person.born > '2018-07-01' ? 1 : 3,
      person.education,
      person.inSchool ? 'sekolah' : person.work || null,
      person.industry || null,
      person.ownsBusiness ? 1 : 0,
      person.disability,
      person.chronic || null,
    ])
  }
}

function writeFamily(
  { random, headOf }: ListContext,
  sheet: SheetWriter,
  family: SampleFamily,
): void {
  const head = headOf(family)
  const name = damageName(random, head, careful)
  sheet.row(head, [
    '62',
    'KALIMANTAN TENGAH',
    '62.71',
    'KOTA PALANGKA RAYA',
    family.district,
    family.districtName.toUpperCase(),
    family.ward,
    family.wardName.toUpperCase(),
    writeAddress(random, family.street, family.houseNo, careful),
    `${family.latitude},${family.longitude}`,
    random.chance(0.98) ? family.kk : null,
    { ...name, cell: name.cell.toUpperCase() },
    1,
    family.tenure,
    family.floor,
    family.wall,
    family.roof,
    family.water,
    family.lighting,
    family.power,
    family.power > 0 ? `14${String(random.whole(0, 999_999_999)).padStart(9, '0')}` : null,
    family.fuel,
    family.toilet,
    family.closet,
    family.waste,
    ...family.assets,
    random.chance(0.96) ? family.decile : null,
  ])
}
