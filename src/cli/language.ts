import type { Language } from '#platform/say-error'

/** Language of the command line: `--lang`, else what the system speaks, else Indonesian. */
export function cliLanguage(
  args: readonly string[] = process.argv,
  env: NodeJS.ProcessEnv = process.env,
): Language {
  const place = args.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const asked = place < 0 ? undefined : (args[place]?.split('=')[1] ?? args[place + 1])
  if (asked !== undefined) return asked.toLowerCase().startsWith('en') ? 'en' : 'id'
  return /^en[_-]/i.test(env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? '') ? 'en' : 'id'
}

/** The text in the language of the command line. */
export function say(id: string, en: string): string {
  return cliLanguage() === 'en' ? en : id
}
