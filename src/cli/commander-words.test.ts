import { Argument, Command, CommanderError, Option } from 'commander'
import { describe, expect, it } from 'vitest'
import { inIndonesian } from './commander-words.ts'

/** What commander complains of when it is called so, in its own words. */
function complaintOf(args: readonly string[]): string {
  let said = ''
  const program = new Command('betang')
  const command = program
    .command('run')
    .addArgument(new Argument('<dir>').choices(['kota', 'desa']))
    .requiredOption('--out <folder>')
    .addOption(new Option('--by <day>').choices(['hari', 'bulan']))
    .addOption(new Option('--all').conflicts('by'))
  program.command('serve')
  for (const one of [program, command]) {
    one.exitOverride().configureOutput({ outputError: (text) => (said += text) })
  }
  try {
    program.parse(['node', 'betang', ...args])
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
  }
  return said
}

describe('inIndonesian', () => {
  it.each([
    [['run', '--out', 'x'], "argumen 'dir' belum ditulis"],
    [['run', 'kota'], "opsi '--out <folder>' wajib ditulis"],
    [['run', 'kota', '--out'], "opsi '--out <folder>' belum diberi nilai"],
    [['run', 'kota', '--out', 'x', '--oot', 'x'], "opsi '--oot' tidak dikenal\n(Maksudnya --out?)"],
    [['rum'], "perintah 'rum' tidak dikenal\n(Maksudnya run?)"],
    [['run', 'kota', 'x', '--out', 'x'], 'argumen terlalu banyak: 2 ditulis, seharusnya 1'],
    [
      ['run', 'kota', '--out', 'x', '--by', 'tahun'],
      "nilai 'tahun' untuk opsi '--by <day>' tidak berlaku. Pilihannya: hari, bulan.",
    ],
    [
      ['run', 'pasar', '--out', 'x'],
      "nilai 'pasar' untuk argumen 'dir' tidak berlaku. Pilihannya: kota, desa.",
    ],
    [
      ['run', 'kota', '--out', 'x', '--by', 'hari', '--all'],
      "opsi '--all' tidak bisa bersama '--by <day>'",
    ],
  ])('says %j as %s', (args, words) => {
    expect(inIndonesian(complaintOf(args)).trim()).toBe(words)
  })
})
