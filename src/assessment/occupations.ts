/** Words of occupations as lists write them, lower case; a text counts when it holds the words. */

/** Looking for work, or none at an age of working. */
export const joblessWords =
  /menganggur|pengangguran|nganggur|belum bekerja|belum kerja|cari kerja|mencari kerja|pencari kerja|phk/

/** No work, without saying why: old age, illness and the house are other answers. */
export const idleWords = /^(tidak|tdk|tak|blm|belum)( ada| punya)? ?(be)?(pe)?kerja(an)?$/

/** Work without a wage contract: an accident or death leaves the family with nothing. */
export const informalWords =
  /\bojek|\bojol|parkir|pembantu|art\b|asisten rumah|pedagang|jualan|dagang|penjual|\bburuh\b(?! pabrik)|kuli|tukang|pemulung|nelayan|keramba|kelotok|penambang|petani|pekebun|penyadap|peternak|penjahit|bengkel|rotan|sopir|supir|serabutan|lepas|kernet|pengrajin|pengamen|becak|kaki lima|warung|montir|pencari ikan|pencari kayu|tani\b|kebun|swalayan keliling|harian|cuci|pijat|salon/

/** An own trade, however small. */
export const businessWords =
  /pedagang|jualan|berdagang|penjual|warung|kios|keramba|petani (sayur|ikan)|peternak|penjahit|bengkel|pengrajin|usaha sendiri|wirausaha|kaki lima|katering|salon/

/** A wage from a firm or the state, with its own cover. */
export const formalWords =
  /pns|asn|tni|polri|pensiun|karyawan|pegawai|guru|dosen|perawat|bidan|honorer|satpam|bumn/

/** At school or too young, at home, or otherwise out of the labour force. */
export const outsideLabourWords = /sekolah|pelajar|mahasiswa|siswa|rumah tangga|\birt\b|pensiun/
