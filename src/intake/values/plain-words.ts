/** Short forms that offices write, spelled out, so that word lists need one spelling only. */
const shortForms: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tdk: 'tidak',
    tak: 'tidak',
    td: 'tidak',
    gak: 'tidak',
    ga: 'tidak',
    nggak: 'tidak',
    ndak: 'tidak',
    kd: 'tidak',
    non: 'tidak',
    tanpa: 'tidak ada',
    blm: 'belum',
    blum: 'belum',
    bl: 'belum',
    belom: 'belum',
    sdh: 'sudah',
    sdah: 'sudah',
    udah: 'sudah',
    rmh: 'rumah',
    rumh: 'rumah',
    sklh: 'sekolah',
    skolah: 'sekolah',
    sek: 'sekolah',
    org: 'orang',
    ortu: 'orang tua',
    dg: 'dengan',
    dgn: 'dengan',
    yg: 'yang',
    ank: 'anak',
    kel: 'keluarga',
    klg: 'keluarga',
    krj: 'kerja',
    bkrj: 'bekerja',
    kurmh: 'rumah',
    rt: 'rumah tangga',
    pny: 'punya',
    lgs: 'langsung',
    sgt: 'sangat',
    bgt: 'sangat',
    krn: 'karena',
    pd: 'pada',
    utk: 'untuk',
    dr: 'dari',
    sndri: 'sendiri',
    sdr: 'sendiri',
    dst: '',
    dll: '',
  }),
)

/** Lower-case letters and digits, single spaces, no accents, list numbers ("1. Milik") dropped. */
export function plainText(text: string): string {
  const letters = isAscii(text) ? text : text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '')
  return letters
    .toLowerCase()
    .replace(/^\s*\(?\d{1,2}\s*[.):=–-]+\s*(?=[a-z])/, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** Nearly all cells are: the others pay for taking accents off. */
function isAscii(text: string): boolean {
  for (let place = 0; place < text.length; place++) if (text.charCodeAt(place) > 127) return false
  return true
}

/** Plain text with short forms spelled out. */
export function plainWords(text: string): string {
  return plainText(text)
    .split(' ')
    .map((word) => shortForms.get(word) ?? word)
    .join(' ')
    .replace(/ +/g, ' ')
    .trim()
}

/** No mark of emptiness is written longer than this; names and addresses are mostly. */
const longestMark = 30

const emptyMarks: ReadonlySet<string> = new Set([
  '',
  'na',
  'n a',
  'null',
  'nan',
  'none',
  'kosong',
  'ref',
  'value',
  'name',
  'tidak diketahui',
  'tidak tahu',
  'belum diketahui',
  'belum tahu',
  'tidak ada data',
  'belum ada data',
  'belum diisi',
  'tidak diisi',
  'tidak terdata',
  'belum terdata',
  'lupa',
  'tidak ingat',
  'tidak jelas',
  'xx',
  'xxx',
  'xxxx',
])

/**
 * A quick look whether a text may be one of the marks: one of their words, spelled out or short, must
 * stand in it. Names and addresses are mostly done with here.
 */
function lookFor(marks: ReadonlySet<string>): (text: string) => boolean {
  const words = new Set([...marks].flatMap((mark) => mark.split(' ').slice(-1)))
  const short = [...shortForms].flatMap(([form, whole]) =>
    words.has(whole.split(' ').at(-1) ?? '') ? [form] : [],
  )
  const said = [...words, ...short].filter((word) => word !== '').join('|')
  const pattern = new RegExp(`(?:^|[^a-z0-9])(?:${said})(?:[^a-z0-9]|$)|[^\\x00-\\x7f]`, 'i')
  return (text) => pattern.test(text) || !/[a-z0-9]/i.test(text)
}

const mayBeEmpty = lookFor(emptyMarks)

/** True for a cell that says nothing: dashes, dots, question marks, "n/a", "tidak diketahui". */
export function isEmptyMark(text: string): boolean {
  return text.length <= longestMark && mayBeEmpty(text) && emptyMarks.has(plainWords(text))
}

const noneWords: ReadonlySet<string> = new Set([
  'tidak',
  'tidak ada',
  'belum',
  'belum ada',
  'belum punya',
  'tidak punya',
  'tidak memiliki',
  'belum memiliki',
  'nihil',
  'nol',
  'no',
  'belum pernah',
  'tidak pernah',
  'belum pernah ada',
  'belum menerima',
  'tidak menerima',
  'belum dapat',
  'tidak dapat',
  'belum pernah dapat',
  'belum pernah menerima',
  'belum dibantu',
  'belum pernah dibantu',
  'tidak pernah dibantu',
])

const mayBeNone = lookFor(noneWords)

/** True for "tidak ada", "belum", "nihil": the list says that there is none. */
export function isNoneWord(text: string): boolean {
  return text.length <= longestMark && mayBeNone(text) && noneWords.has(plainWords(text))
}

/** Text as written with its spaces collapsed and a leading spreadsheet apostrophe dropped. */
export function tidyText(text: string): string {
  return text
    .replace(/[\s\u00a0\u200b\ufeff]+/g, ' ')
    .replace(/^ ?['’`]+/, '')
    .trim()
}
