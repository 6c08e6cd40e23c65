/** What commander says in English, and how it is said in Indonesian; `$1` is what it quotes. */
const sentences: readonly (readonly [RegExp, string])[] = [
  [/^error: missing required argument '(.*)'/, "argumen '$1' belum ditulis"],
  [/^error: option '(.*)' argument missing/, "opsi '$1' belum diberi nilai"],
  [/^error: required option '(.*)' not specified/, "opsi '$1' wajib ditulis"],
  [/^error: unknown option '(.*)'/, "opsi '$1' tidak dikenal"],
  [/^error: unknown command '(.*)'/, "perintah '$1' tidak dikenal"],
  [
    /^error: too many arguments(?: for '(?:.*)')?\. Expected (\d+) arguments? but got (\d+)\./,
    'argumen terlalu banyak: $2 ditulis, seharusnya $1',
  ],
  [
    /^error: option '(.*)' argument '(.*)' is invalid\./,
    "nilai '$2' untuk opsi '$1' tidak berlaku.",
  ],
  [
    /^error: command-argument value '(.*)' is invalid for argument '(.*)'\./,
    "nilai '$1' untuk argumen '$2' tidak berlaku.",
  ],
  [/^error: option '(.*)' cannot be used with option '(.*)'/, "opsi '$1' tidak bisa bersama '$2'"],
  [/^error: /, 'kesalahan: '],
  [/Allowed choices are (.*)\./, 'Pilihannya: $1.'],
  [/\(Did you mean one of (.*)\?\)/, '(Maksudnya salah satu dari $1?)'],
  [/\(Did you mean (.*)\?\)/, '(Maksudnya $1?)'],
]

/** A complaint of commander about how a command was called, in Indonesian; what it does not know stays. */
export function inIndonesian(complaint: string): string {
  return sentences.reduce((text, [english, words]) => text.replace(english, words), complaint)
}
