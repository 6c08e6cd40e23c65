import { strToU8, zipSync } from 'fflate'
import type { Language } from '#platform/say-error'
import { type Block, heading, table, text, toHtml } from './document-page.ts'
import type { ExportSection } from './export-person.ts'
import { fieldWords } from './field-words.ts'
import { sayInstant } from './say-period.ts'
import type { ProcessingRecords } from './schema.ts'

/** The data of a person as a file for machines and a document for people, in one archive. */
export function exportZip(
  sections: readonly ExportSection[],
  {
    at,
    language,
    records,
  }: { readonly at: Date; readonly language: Language; readonly records: ProcessingRecords },
): Uint8Array {
  const json = {
    madeAt: at.toISOString(),
    controller: records.controller.name.id,
    data: Object.fromEntries(sections.map(({ table: name, rows }) => [name, rows])),
  }
  const isEnglish = language === 'en'
  const html = toHtml({
    language,
    title: isEnglish ? 'Your data in Betang' : 'Data Bapak/Ibu di Betang',
    blocks: [
      text(
        isEnglish
          ? 'Everything that Betang holds of you, where it came from, and who looked at it. Where another person was named it says “[orang lain]”.'
          : 'Semua yang disimpan Betang tentang Bapak/Ibu, asalnya, dan siapa yang melihatnya. Nama dan data orang lain diganti “[orang lain]”.',
      ),
      ...sections.flatMap((section) => sectionBlocks(section, language)),
    ],
    foot: `${records.controller.name[language]} · ${sayInstant(at.toISOString(), language)}`,
  })
  return zipSync(
    {
      'data.json': strToU8(JSON.stringify(json, null, 2)),
      [isEnglish ? 'data-en.html' : 'data.html']: strToU8(html),
    },
    { mtime: at },
  )
}

function sectionBlocks({ title, rows }: ExportSection, language: Language): Block[] {
  if (rows.length === 0) return []
  return [
    heading(title[language]),
    ...rows.map((row) =>
      table(
        [],
        Object.entries(row).map(([key, value]) => [
          fieldWords(key, language),
          sayValue(value, language),
        ]),
      ),
    ),
  ]
}

function sayValue(value: unknown, language: Language): string {
  if (value === null || value === undefined) return '–'
  if (typeof value === 'boolean') {
    return value ? { id: 'ya', en: 'yes' }[language] : { id: 'tidak', en: 'no' }[language]
  }
  if (Array.isArray(value)) return value.map((item) => sayValue(item, language)).join('\n')
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([key, inner]) => `${fieldWords(key, language)}: ${sayValue(inner, language)}`)
      .join(', ')
  }
  return String(value)
}
