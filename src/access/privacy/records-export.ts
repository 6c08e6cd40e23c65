import { toCsv } from '#platform/csv'
import type { Language } from '#platform/say-error'
import { dataClassWords } from './data-class-words.ts'
import { type PrintedDocument, table, text } from './document-page.ts'
import type { ProcessingActivity, ProcessingRecords, Words } from './schema.ts'

const headings = {
  id: [
    'Kode',
    'Kegiatan',
    'Tujuan',
    'Dasar hukum (Pasal 20 ayat (2))',
    'Golongan data',
    'Subjek data',
    'Penerima',
    'Retensi',
    'Penanggung jawab',
    'Tujuan hak akses',
    'Tabel',
    'Berlaku sejak',
  ],
  en: [
    'Code',
    'Activity',
    'Purpose',
    'Legal basis (article 20(2))',
    'Classes of data',
    'Data subjects',
    'Recipients',
    'Retention',
    'Responsible',
    'Purposes of grants',
    'Tables',
    'Valid from',
  ],
} as const

function cells(activity: ProcessingActivity, language: Language): string[] {
  const say = (words: Words) => words[language]
  return [
    activity.code,
    say(activity.name),
    say(activity.purpose),
    activity.legalBasis
      .map(({ letter, text: words, source }) => `${letter}: ${say(words)} (${source})`)
      .join('; '),
    activity.dataClasses.map((name) => say(dataClassWords[name])).join('; '),
    say(activity.subjects),
    activity.recipients.map(say).join('; '),
    activity.retention.join(', '),
    say(activity.responsible),
    activity.grantPurposes.join(', '),
    activity.tables.join(', '),
    activity.validFrom,
  ]
}

/** The records of processing as a spreadsheet reads them, one line an activity. */
export function recordsCsv({ activities }: ProcessingRecords, language: Language): string {
  const rows = activities.map((one) => cells(one, language))
  return `\uFEFF${toCsv(headings[language], rows)}`
}

/** The records of processing for the printer. */
export function recordsDocument(records: ProcessingRecords, language: Language): PrintedDocument {
  const isEnglish = language === 'en'
  return {
    language,
    title: isEnglish ? 'Records of processing' : 'Catatan kegiatan pemrosesan data pribadi',
    blocks: [
      text(`${records.controller.name[language]}, ${records.controller.unit[language]}`),
      ...records.activities.map((activity) => {
        const [, name = '', ...rest] = cells(activity, language)
        const [, , ...labels] = headings[language]
        return table(
          [name, ''],
          labels.map((label, at) => [label, rest[at] ?? '']),
        )
      }),
      text(
        records.sources
          .map(({ title, evidence }) =>
            evidence === 'unchecked'
              ? `${title} (${isEnglish ? 'not yet compared with the original' : 'belum dicocokkan dengan naskah asli'})`
              : title,
          )
          .join('\n'),
      ),
    ],
    foot: `${isEnglish ? 'Version' : 'Versi'} ${records.version}, ${records.date}`,
  }
}
