import type { Language } from '#platform/say-error'
import { permissions, roles, usualClasses } from '../scope/roles.ts'
import { dataClassWords } from './data-class-words.ts'
import { type Block, heading, list, type PrintedDocument, table, text } from './document-page.ts'
import type { LiveFacts } from './live-facts.ts'
import type { PrivacyTexts } from './notice.ts'
import { sayInstant, sayPeriod } from './say-period.ts'
import type { ImpactTexts, RetentionPlan, Words } from './schema.ts'

export interface ImpactParts extends PrivacyTexts {
  readonly texts: ImpactTexts
  readonly live: LiveFacts
  readonly plan: RetentionPlan
  readonly at: Date
}

/**
 * The assessment of impact on data protection (law 27/2022 article 34), from the configuration and
 * counts of this moment and from what people wrote about the risks.
 */
export function impactAssessment(parts: ImpactParts, language: Language): PrintedDocument {
  const mine = (id: string, en: string) => (language === 'en' ? en : id)
  const { records, texts, rights } = parts
  const say = (words: Words) => words[language]
  return {
    language,
    title: mine(
      'Penilaian dampak pelindungan data pribadi: Betang',
      'Data protection impact assessment: Betang',
    ),
    blocks: [
      text(
        mine(
          `Dibuat dari keadaan sistem pada ${sayInstant(parts.at.toISOString(), 'id')} menurut Pasal 34 ${rights.law.id}.`,
          `Made from the state of the system on ${sayInstant(parts.at.toISOString(), 'en')} under article 34 of ${rights.law.en}.`,
        ),
      ),
      text(
        `${say(records.controller.name)}, ${say(records.controller.unit)}. ${say(records.controller.contact)}.`,
      ),
      heading(mine('1. Mengapa penilaian ini wajib', '1. Why it is required')),
      table(
        [mine('Ukuran', 'Criterion'), mine('Terpenuhi', 'Met'), mine('Bagaimana', 'How')],
        texts.criteria.map(({ name, isMet, how }) => [
          say(name),
          isMet ? mine('ya', 'yes') : mine('tidak', 'no'),
          say(how),
        ]),
      ),
      heading(mine('2. Pemrosesan', '2. The processing')),
      ...processingBlocks(parts, language),
      heading(mine('3. Siapa boleh apa', '3. Who may do what')),
      ...roleBlocks(parts, language),
      heading(mine('4. Penjagaan', '4. Safeguards')),
      ...safeguardBlocks(parts, language),
      heading(mine('5. Retensi', '5. Retention')),
      ...retentionBlocks(parts, language),
      heading(mine('6. Risiko dan penanganannya', '6. Risks and measures')),
      table(
        [mine('Risiko', 'Risk'), mine('Penanganan', 'Measures')],
        texts.risks.map(({ name, measures }) => [say(name), say(measures)]),
      ),
      text(
        mine(
          '\n\nDinilai oleh:\n\n(Pejabat Pelindungan Data Pribadi: nama, tanggal, tanda tangan)',
          '\n\nAssessed by:\n\n(Data-protection officer: name, date, signature)',
        ),
      ),
    ],
    foot: mine(
      `Naskah versi ${texts.version}; catatan pemrosesan versi ${records.version}; ukuran Pasal 34 ${texts.evidence === 'unchecked' ? 'belum dicocokkan dengan naskah asli' : 'sudah dicocokkan'}.`,
      `Text version ${texts.version}; processing records version ${records.version}; criteria of article 34 ${texts.evidence === 'unchecked' ? 'not yet compared with the original' : 'compared with the original'}.`,
    ),
  }
}

function processingBlocks({ records, live }: ImpactParts, language: Language): Block[] {
  const mine = (id: string, en: string) => (language === 'en' ? en : id)
  const { subjects } = live
  return [
    list([
      mine(
        `${subjects?.persons ?? 0} orang, di antaranya ${subjects?.minors ?? 0} anak`,
        `${subjects?.persons ?? 0} persons, ${subjects?.minors ?? 0} of them children`,
      ),
      mine(`${subjects?.families ?? 0} keluarga`, `${subjects?.families ?? 0} families`),
      mine(
        `${subjects?.erased ?? 0} orang sudah dihapus`,
        `${subjects?.erased ?? 0} persons erased`,
      ),
    ]),
    table(
      [
        mine('Kegiatan', 'Activity'),
        mine('Dasar (Pasal 20 ayat (2))', 'Basis (article 20(2))'),
        mine('Golongan data', 'Classes of data'),
        mine('Penerima', 'Recipients'),
      ],
      records.activities.map(({ name, legalBasis, dataClasses, recipients }) => [
        name[language],
        legalBasis.map(({ letter }) => letter).join(', '),
        dataClasses.map((dataClass) => dataClassWords[dataClass][language]).join('; '),
        recipients.map((recipient) => recipient[language]).join('; '),
      ]),
    ),
  ]
}

function roleBlocks({ live }: ImpactParts, language: Language): Block[] {
  const mine = (id: string, en: string) => (language === 'en' ? en : id)
  const holders = new Map(live.grants.map((grant) => [grant.role, grant.holders]))
  return [
    table(
      [
        mine('Peran', 'Role'),
        mine('Pemegang', 'Holders'),
        mine('Golongan data', 'Classes of data'),
        mine('Tindakan', 'Actions'),
      ],
      roles.map((role) => [
        role,
        String(holders.get(role) ?? 0),
        usualClasses[role].join(', '),
        permissions[role].join(', '),
      ]),
    ),
  ]
}

function safeguardBlocks({ live, records }: ImpactParts, language: Language): Block[] {
  const mine = (id: string, en: string) => (language === 'en' ? en : id)
  const onOff = (isOn: boolean) => (isOn ? mine('menyala', 'on') : mine('MATI', 'OFF'))
  const personal = new Set(records.activities.flatMap(({ tables }) => tables))
  const guarded = live.tables.filter(({ is_guarded }) => is_guarded)
  const open = live.tables.filter(({ name, is_guarded }) => personal.has(name) && !is_guarded)
  const { subjects, access, handling } = live
  return [
    list([
      mine(
        `Enkripsi NIK dan nomor KK (AES-256-GCM, kunci di luar data): ${onOff(live.hasKey)}; ${subjects?.niks ?? 0} NIK dan ${subjects?.family_cards ?? 0} nomor KK tersimpan terenkripsi`,
        `Encryption of NIK and family card numbers (AES-256-GCM, key outside the data): ${onOff(live.hasKey)}; ${subjects?.niks ?? 0} NIK and ${subjects?.family_cards ?? 0} card numbers are stored encrypted`,
      ),
      mine(
        `Penjagaan baris oleh basis data: ${guarded.length} tabel, ${guarded.reduce((sum, { policies }) => sum + policies, 0)} aturan; tanpa hak tidak ada baris`,
        `Row security in the database: ${guarded.length} tables, ${guarded.reduce((sum, { policies }) => sum + policies, 0)} policies; without a right there is no row`,
      ),
      mine(
        `Tabel dengan data pribadi yang dijaga oleh program saja: ${open.map(({ name }) => name).join(', ') || 'tidak ada'}`,
        `Tables with personal data that only the programme guards: ${open.map(({ name }) => name).join(', ') || 'none'}`,
      ),
      mine(
        `Akun aktif: ${access?.accounts ?? 0}, dengan faktor kedua atau passkey: ${access?.with_second_factor ?? 0}`,
        `Active accounts: ${access?.accounts ?? 0}, with a second factor or passkey: ${access?.with_second_factor ?? 0}`,
      ),
      mine(
        `Permintaan warga: ${handling?.open ?? 0} terbuka, ${handling?.late ?? 0} lewat batas; catatan kebocoran: ${handling?.breaches ?? 0}`,
        `Requests of residents: ${handling?.open ?? 0} open, ${handling?.late ?? 0} late; breaches on record: ${handling?.breaches ?? 0}`,
      ),
    ]),
    heading(mine('Sambungan ke luar yang menyala', 'Integrations that are on')),
    list([
      ...live.signInProviders.map(({ provider_id, accounts }) =>
        mine(
          `Masuk lewat ${provider_id}: ${accounts} akun`,
          `Sign-in through ${provider_id}: ${accounts} accounts`,
        ),
      ),
      ...live.exchange.map(({ table: name, count }) => `${name}: ${count}`),
      ...(live.signInProviders.length === 0 && live.exchange.every(({ count }) => count === 0)
        ? [mine('tidak ada', 'none')]
        : []),
    ]),
  ]
}

function retentionBlocks({ plan }: ImpactParts, language: Language): Block[] {
  const mine = (id: string, en: string) => (language === 'en' ? en : id)
  const actions = {
    delete: mine('dihapus', 'deleted'),
    anonymise: mine('dianonimkan', 'anonymised'),
    keep: mine('disimpan', 'kept'),
  }
  return [
    table(
      [
        mine('Data', 'Data'),
        mine('Lama', 'Period'),
        mine('Lalu', 'Then'),
        mine('Jatuh tempo', 'Due now'),
        mine('Sumber', 'Source'),
      ],
      plan.lines.map(({ what, period, action, due, source, isSettled }) => [
        what[language],
        period === 'P0D'
          ? action === 'keep'
            ? '–'
            : mine('segera', 'at once')
          : sayPeriod(period, language),
        actions[action],
        due === null ? '–' : String(due),
        isSettled
          ? source
          : `${source} (${mine('usulan, belum ditetapkan', 'proposal, not settled')})`,
      ]),
    ),
  ]
}
