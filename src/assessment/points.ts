/**
 * What makes one need weigh more than another, and why. The score of a need is the sum of the
 * points that apply, nothing else; it offers help or orders visits and cuts nobody off. A city
 * adopts or changes these numbers by decision.
 *
 * The national decile is one line among others and keeps its own name; where BPS has not told it,
 * the family gets the middle and a question, not the bottom.
 */
export const points = {
  'severity-4': {
    points: 400,
    id: 'Mendesak: keselamatan atau tumbuh kembang terancam',
    en: 'Urgent: safety or growth is at risk',
  },
  'severity-3': { points: 300, id: 'Berat', en: 'Severe' },
  'severity-2': { points: 200, id: 'Sedang', en: 'Moderate' },
  'severity-1': { points: 100, id: 'Ringan', en: 'Light' },
  'decile-1': { points: 200, id: 'Desil 1 (diputuskan BPS)', en: 'Decile 1 (decided by BPS)' },
  'decile-2': { points: 160, id: 'Desil 2 (diputuskan BPS)', en: 'Decile 2 (decided by BPS)' },
  'decile-3': { points: 120, id: 'Desil 3 (diputuskan BPS)', en: 'Decile 3 (decided by BPS)' },
  'decile-4': { points: 80, id: 'Desil 4 (diputuskan BPS)', en: 'Decile 4 (decided by BPS)' },
  'decile-5': { points: 40, id: 'Desil 5 (diputuskan BPS)', en: 'Decile 5 (decided by BPS)' },
  'decile-unknown': {
    points: 80,
    id: 'Desil belum diketahui: dihitung di tengah, ditanyakan',
    en: 'Decile not known yet: counted in the middle, and asked',
  },
  proposed: {
    points: 40,
    id: 'Diajukan kelurahan atau pemberi zakat yang mengenal keluarga ini',
    en: 'Put forward by the ward or a zakat giver who knows the family',
  },
  'lone-elderly': { points: 60, id: 'Lansia hidup sendiri', en: 'An old person lives alone' },
  disabled: {
    points: 50,
    id: 'Ada penyandang disabilitas di keluarga',
    en: 'A disabled person in the family',
  },
  'woman-head': {
    points: 40,
    id: 'Perempuan menjadi kepala keluarga',
    en: 'A woman heads the family',
  },
  pregnant: { points: 40, id: 'Ada ibu hamil', en: 'A pregnant woman in the family' },
  'small-child': { points: 30, id: 'Ada anak di bawah 5 tahun', en: 'A child under five' },
  ill: { points: 30, id: 'Ada yang sakit menahun', en: 'Somebody is chronically ill' },
  'river-only': {
    points: 40,
    id: 'Kelurahan hanya terjangkau lewat sungai',
    en: 'The ward is reached by river only',
  },
  'flood-ward': {
    points: 20,
    id: 'Kelurahan sering tercatat banjir (BPBD)',
    en: 'The ward is often on the flood lists',
  },
  flooded: { points: 30, id: 'Rumah ini terkena banjir', en: 'This house was flooded' },
  'served-by-none': {
    points: 60,
    id: 'Belum ada satu pun bantuan yang tercatat',
    en: 'No help recorded at all',
  },
  'not-yet-helped': {
    points: 40,
    id: 'Kebutuhan ini belum pernah dibantu',
    en: 'Nobody has helped with this need yet',
  },
  waiting: {
    points: 20,
    id: 'Sudah menunggu satu tahun penuh (paling banyak tiga kali dihitung)',
    en: 'A full year of waiting (counted three times at most)',
  },
} as const satisfies Record<string, { points: number; id: string; en: string }>

/** A reason for points, by its code. */
export type PointReason = keyof typeof points
