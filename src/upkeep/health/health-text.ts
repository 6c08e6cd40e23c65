import type { Language } from '#platform/say-error'
import { sayMoment, type Words } from '#platform/words'
import { type Finding, type Group, groups, type State } from '../finding.ts'
import { betangVersion } from '../machine.ts'

export const groupWords: Readonly<Record<Group, Words>> = {
  system: { id: 'Sistem', en: 'System' },
  store: { id: 'Penyimpanan', en: 'Store' },
  backup: { id: 'Cadangan', en: 'Backups' },
  trail: { id: 'Jejak akses', en: 'Access trail' },
  work: { id: 'Pekerjaan latar', en: 'Work in the background' },
  network: { id: 'Jaringan', en: 'Network' },
  safety: { id: 'Akun, kunci dan berkas', en: 'Accounts, keys and files' },
}

export const stateWords: Readonly<Record<State, Words>> = {
  good: { id: 'baik', en: 'good' },
  look: { id: 'perlu dilihat', en: 'look' },
  grave: { id: 'gawat', en: 'grave' },
}

/**
 * All findings as plain text for whoever helps the office: counts in place of names, no path and no
 * address.
 */
export function healthText(found: readonly Finding[], at: Date, language: Language): string {
  const title = { id: 'Kesehatan sistem', en: 'System health' }
  const remedyWord = { id: 'Yang dilakukan', en: 'To do' }
  const lines = [
    `Betang ${betangVersion()}: ${title[language]}, ${sayMoment(at)[language]}`,
    ...groups.flatMap((group) => {
      const held = found.filter((finding) => finding.group === group)
      if (held.length === 0) return []
      return [
        '',
        groupWords[group][language],
        ...held.flatMap(({ code, state, meaning, about = [], remedy }) => [
          `[${stateWords[state][language]}] ${meaning[language]}${about.length > 1 ? ` (${about.length})` : ''} (${code})`,
          ...(remedy ? [`  ${remedyWord[language]}: ${remedy[language]}`] : []),
        ]),
      ]
    }),
  ]
  return `${lines.join('\n')}\n`
}
