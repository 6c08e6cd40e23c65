/** Programmes by the words that name them, and the code that the ledger knows. */
const programmeWords: readonly (readonly [string, RegExp])[] = [
  ['PKH', /\bpkh\b|keluarga harapan/i],
  ['PBI-JK', /\bpbi\b|\bpbi[\s_-]?jkn?\b|pbijk|penerima bantuan iuran/i],
  [
    'SEMBAKO',
    /\bbpnt\b|program sembako|kpm sembako|kartu sembako|bansos sembako|pangan non[\s-]?tunai|penerima sembako/i,
  ],
  ['PIP', /\bpip\b|indonesia pintar/i],
  ['KIP-K', /\bkip[\s-]?k(?:uliah)?\b/i],
  ['ATENSI', /\batensi\b/i],
  ['PENA', /\bpena\b(?=.*(?:kpm|wirausaha|usaha))|pahlawan ekonomi nusantara/i],
  ['BSPS', /\bbsps\b|stimulan perumahan/i],
  ['RST', /\brst\b|rumah sejahtera terpadu/i],
  ['BLT-DD', /\bblt[\s-]?dd\b|blt dana desa/i],
  ['BLT', /\bblt\b|bantuan langsung tunai/i],
  ['BST', /\bbst\b|bantuan sosial tunai/i],
  ['PMT', /\bpmt\b|makanan tambahan/i],
  ['KUBE', /\bkube\b|kelompok usaha bersama/i],
  ['SEMBAKO', /\bsembako\b/i],
]

/**
 * The programme that a list is of, by its titles, sheet and headings, the file name last; undefined
 * where rows name their own.
 *
 * @param lines strongest first.
 */
export function findProgramme(lines: readonly string[]): string | undefined {
  for (const line of lines) {
    const spaced = line.replace(/[_]+/g, ' ')
    const found = programmeWords.find(([, words]) => words.test(spaced))
    if (found) return found[0]
  }
  return undefined
}

const giverLine =
  /^(?:kementerian|kemensos|kemen\w*|dinas|badan|pemerintah (?:kota|provinsi|kabupaten)|baznas|bappe\w*|bpjs|puskesmas|lembaga|yayasan|forum|dewan|palang merah|pmi|pt\b|cv\b|bank\b|perum\w*|laz\w*|lazis\w*|gereja|masjid|universitas|sekretariat|rumah sakit|persekutuan|komunitas|karang taruna|disperkim\w*|disdik\w*|dinsos\w*|dinkes\w*|upz\b)/i

/** Who made the list or gives the help, where a title line is the name of a body; spelled as written. */
export function findProvider(titles: readonly string[], fileName: string): string | undefined {
  const all = [...titles, fileName].join(' ')
  if (/\bbaznas\b|badan amil zakat/i.test(all.replace(/_/g, ' '))) return 'BAZNAS'
  return titles.find((line) => giverLine.test(line) && line.length < 80)
}
