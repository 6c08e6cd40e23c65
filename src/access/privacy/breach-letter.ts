import type { Language } from '#platform/say-error'
import { dataClassWords } from './data-class-words.ts'
import { heading, list, type PrintedDocument, text } from './document-page.ts'
import { sayInstant } from './say-period.ts'
import type { Breach, ProcessingRecords, Rights } from './schema.ts'

export const letterTos = ['subject', 'authority'] as const
export type LetterTo = (typeof letterTos)[number]

/**
 * The written notice of a breach with the least that article 46(2) asks for: what was revealed, when
 * and how, and what is done about it.
 */
export function breachLetter(
  breach: Breach,
  to: LetterTo,
  { records, rights }: { readonly records: ProcessingRecords; readonly rights: Rights },
  language: Language,
): PrintedDocument {
  const mine = (id: string, en: string) => (language === 'en' ? en : id)
  const { controller, authority } = records
  const article = rights.breach.article
  const unknown = mine('belum diketahui', 'not known yet')
  return {
    language,
    title: mine(
      'Pemberitahuan kegagalan pelindungan data pribadi',
      'Notice of a personal data breach',
    ),
    blocks: [
      text(
        to === 'authority'
          ? mine(`Kepada ${authority.name.id}`, `To the ${authority.name.en}`)
          : mine('Kepada Bapak/Ibu yang datanya terkena', 'To the person whose data is concerned'),
      ),
      text(
        mine(
          `${controller.name.id}, ${controller.unit.id}, memberitahukan berdasarkan ${article} ${rights.law.id} bahwa data pribadi ${to === 'subject' ? 'Bapak/Ibu' : 'warga'} telah terungkap.`,
          `Under ${article} of ${rights.law.en}, ${controller.name.en}, ${controller.unit.en}, gives notice that ${to === 'subject' ? 'your personal data' : 'personal data of residents'} was revealed.`,
        ),
      ),
      heading(mine('1. Data yang terungkap', '1. The data revealed')),
      text(breach.revealed),
      list(breach.dataClasses.map((name) => dataClassWords[name][language])),
      ...(to === 'authority'
        ? [
            text(
              mine(
                `Perkiraan jumlah warga yang terkena: ${breach.subjectCount ?? unknown}.`,
                `Estimated number of persons concerned: ${breach.subjectCount ?? unknown}.`,
              ),
            ),
          ]
        : []),
      heading(mine('2. Kapan dan bagaimana', '2. When and how')),
      text(breach.happened),
      text(
        mine(
          `Diketahui pada ${sayInstant(breach.knownAt, 'id')}.`,
          `It became known on ${sayInstant(breach.knownAt, 'en')}.`,
        ),
      ),
      heading(mine('3. Penanganan dan pemulihan', '3. Handling and recovery')),
      text(breach.handling),
      text(breach.recovery),
      ...(to === 'subject'
        ? [
            heading(mine('Yang bisa Bapak/Ibu lakukan', 'What you can do')),
            text(
              mine(
                'Jangan memberikan nomor KTP, kode, atau uang kepada siapa pun yang mengaku petugas. Tanyakan lebih dulu ke kelurahan.',
                'Give no card number, code or money to anyone who claims to be an officer. Ask at your ward office first.',
              ),
            ),
          ]
        : []),
      heading(mine('Narahubung', 'Contact')),
      text(controller.contact[language]),
      text(mine('\n\n(nama, jabatan, tanda tangan)', '\n\n(name, office, signature)')),
    ],
    foot: mine(
      `Catatan kebocoran nomor ${breach.breachNo}. Batas pemberitahuan: ${sayInstant(breach.clock.dueAt, 'id')}.`,
      `Record of breach no. ${breach.breachNo}. Notice due by ${sayInstant(breach.clock.dueAt, 'en')}.`,
    ),
  }
}
