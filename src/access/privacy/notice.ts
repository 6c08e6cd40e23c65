import type { Language } from '#platform/say-error'
import { dataClasses } from '../scope/roles.ts'
import { dataClassWords } from './data-class-words.ts'
import { heading, list, type PrintedDocument, text } from './document-page.ts'
import { sayPeriod } from './say-period.ts'
import type { ProcessingRecords, RetentionRules, Rights, Words } from './schema.ts'

/** The files from which papers are made. */
export interface PrivacyTexts {
  readonly records: ProcessingRecords
  readonly rights: Rights
  readonly retention: RetentionRules
}

/**
 * The short notice that is read out and handed over where data is taken down: what law 27/2022
 * article 21 asks for, from the processing records.
 */
export function privacyNotice(
  { records, rights, retention }: PrivacyTexts,
  language: Language,
): PrintedDocument {
  const say = (words: Words) => words[language]
  const mine = (id: string, en: string) => (language === 'en' ? en : id)
  const told = records.activities.filter(({ notice }) => notice)
  const held = dataClasses.filter((name) => told.some((part) => part.dataClasses.includes(name)))
  const kept = retention.rules.filter(({ code }) =>
    told.some((activity) => activity.retention.includes(code)),
  )
  const { controller } = records
  return {
    language,
    title: mine('Data Bapak/Ibu di Betang', 'Your data in Betang'),
    blocks: [
      text(
        mine(
          `Data ini dicatat oleh ${say(controller.name)} (${say(controller.unit)}). Memberi data tidak dipungut biaya.`,
          `This data is kept by ${say(controller.name)} (${say(controller.unit)}). Giving it costs nothing.`,
        ),
      ),
      heading(mine('Untuk apa, dan atas dasar apa', 'What for, and on what basis')),
      list(
        told.map(
          ({ name, purpose, legalBasis }) =>
            `${say(name)}: ${say(purpose)}. ${legalBasis
              .map(({ letter, text: words, source }) =>
                mine(
                  `Dasar: ${say(words)} (Pasal 20 ayat (2) huruf ${letter}; ${source}).`,
                  `Basis: ${say(words)} (article 20(2)(${letter}); ${source}).`,
                ),
              )
              .join(' ')}`,
        ),
      ),
      heading(mine('Data apa', 'Which data')),
      list(held.map((name) => say(dataClassWords[name]))),
      heading(mine('Siapa yang melihat', 'Who sees it')),
      list([...new Set(told.flatMap(({ recipients }) => recipients.map(say)))]),
      heading(mine('Berapa lama', 'How long')),
      list(
        kept.map(({ what, period, countedFrom, action }) =>
          action === 'keep' && period === 'P0D'
            ? say(what)
            : mine(
                `${say(what)}: ${sayPeriod(period, 'id')} sejak ${say(countedFrom)}`,
                `${say(what)}: ${sayPeriod(period, 'en')} from ${say(countedFrom)}`,
              ),
        ),
      ),
      heading(mine('Siapa yang memutuskan', 'Who decides')),
      text(
        mine(
          'Komputer menghitung dan mengusulkan; manusia yang memutuskan. Bapak/Ibu boleh berkeberatan atas penilaian otomatis.',
          'The computer counts and proposes; a person decides. You may object to automated assessment.',
        ),
      ),
      heading(mine('Hak Bapak/Ibu', 'Your rights')),
      list(
        rights.rights.map(({ name, right, termHours }) => {
          const term = termHours ?? rights.officeTermHours
          const days = term / 24
          return mine(
            `${say(name)} (${right}), dijawab paling lambat ${days} × 24 jam`,
            `${say(name)} (${right.replace('Pasal', 'article')}), answered within ${days} × 24 hours`,
          )
        }),
      ),
      heading(mine('Ke mana', 'Where to ask')),
      text(say(controller.contact)),
    ],
    foot: mine(
      `Pemberitahuan versi ${records.version}, ${records.date}. ${say(rights.law)}.`,
      `Notice version ${records.version}, ${records.date}. ${say(rights.law)}.`,
    ),
  }
}
