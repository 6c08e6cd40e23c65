/** What an occupation says about a person's work; absent where the words leave it open. */
export interface Employment {
  readonly kind?: 'formal' | 'informal' | 'none'
  readonly isUnemployed?: boolean
}

/** Employers who by law insure their workers; of "karyawan" or "honorer" nobody can tell. */
const formal =
  /\b(?:pns|asn|p3k|pppk|tni|polri|polisi|tentara|bumn|bumd|pegawai negeri|aparatur sipil|hakim|jaksa)\b/
const none =
  /\b(?:irt|mengurus rumah tangga|ibu rumah tangga|urus rumah tangga|pelajar|mahasiswa|siswa|sekolah|pensiunan|purnawirawan)\b/
const unemployed =
  /\b(?:belum bekerja|blm bekerja|belum kerja|menganggur|pengangguran|penganggur|nganggur|mencari kerja|pencari kerja|cari kerja|phk)\b/
const idle = /\b(?:tidak bekerja|tdk bekerja|tidak kerja|tidak punya pekerjaan|tidak ada)\b/
/** Words that leave open whether an employer insures the worker. */
const open =
  /\b(?:karyawan|karyawati|pegawai|honorer|honor|guru|dosen|perawat|bidan|dokter|satpam|security|staf|kontrak|pabrik|perusahaan|swasta|kasir)\b/
const informal =
  /\b(?:buruh|tani|petani|nelayan|pekebun|peternak|penambang|penyadap|ojek|ojol|sopir|supir|kuli|tukang|pedagang|dagang|berdagang|jualan|penjual|warung|kios|wiraswasta|wirausaha|usaha|pemulung|serabutan|lepas|harian|pembantu|asisten rumah tangga|art|cuci|penjahit|jahit|pencari|pembudidaya|keramba|kelotok|klotok|motoris|juru parkir|parkir|kebun|ladang|peladang|anyaman|perajin|pengrajin|bengkel|montir|salon|cukur|mandiri|sendiri|bebas|pekerja keluarga)\b/

/**
 * Reads an occupation as written ("buruh cuci", "mengurus rumah tangga"), lower case.
 *
 * Cautious: words that fit both a company and a stall say nothing.
 */
export function readEmployment(occupation: string | undefined): Employment {
  const words = occupation?.toLowerCase().replace(/\s+/g, ' ').trim()
  if (!words || words === '-') return {}
  if (unemployed.test(words)) return { kind: 'none', isUnemployed: true }
  // Old age, illness and the house are other reasons for having no work.
  if (idle.test(words)) return { kind: 'none' }
  if (none.test(words)) return { kind: 'none', isUnemployed: false }
  if (formal.test(words)) return { kind: 'formal', isUnemployed: false }
  if (open.test(words)) return { isUnemployed: false }
  if (informal.test(words)) return { kind: 'informal', isUnemployed: false }
  return {}
}
