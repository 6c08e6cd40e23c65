import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { IsoDate } from '#platform/dates'
import { AppError, type TextFault } from '#platform/errors'
import {
  ExamplesFile,
  ParametersFile,
  type Programme,
  ProgrammeFile,
  RulesFile,
  type RuleVersion,
} from './catalogue.ts'
import { ruleFaults } from './rule-language/rule.ts'
import { nearestName } from './rule-language/rule-fault.ts'
import { parametersOn, vocabularyOf } from './rules-in-force.ts'
import { readYaml, type YamlReading } from './yaml-file.ts'

const fileNames = ['programme.yaml', 'parameters.yaml', 'rules.yaml', 'examples.yaml'] as const
type FileName = (typeof fileNames)[number]

/** What one folder says, read as far as it can be. */
interface FolderReading {
  readonly folder: string
  readonly programme: Programme | undefined
  readonly faults: readonly TextFault[]
}

/**
 * The catalogue in a folder, one subfolder a programme, in the order of their codes' folders.
 *
 * Every fault of every file is told at once, each with file, line and column.
 * @throws AppError `folder-not-found`, `programmes-unreadable`.
 */
export async function loadProgrammes(dir: string): Promise<readonly Programme[]> {
  let folders: readonly string[]
  try {
    const entries = await readdir(dir, { withFileTypes: true })
    folders = entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .toSorted()
  } catch (cause) {
    throw new AppError('folder-not-found', { path: dir }, { cause })
  }
  const readings = await Promise.all(folders.map((folder) => readProgrammeFolder(dir, folder)))
  const programmes = readings.flatMap(({ programme }) => programme ?? [])
  const faults = [
    ...readings.flatMap((reading) => reading.faults),
    ...(folders.length === 0 ? [catalogueEmpty] : []),
  ]
  if (faults.length > 0) throw new AppError('programmes-unreadable', { path: dir, faults })
  return programmes
}

const catalogueEmpty: TextFault = {
  code: 'catalogue-empty',
  line: 1,
  column: 1,
  hintId: 'Tidak ada program. Setiap program berada di foldernya sendiri.',
  hintEn: 'There is no programme. Each programme stands in a folder of its own.',
}

async function readProgrammeFolder(dir: string, folder: string): Promise<FolderReading> {
  const texts = new Map<FileName, string>()
  const faults: TextFault[] = []
  for (const name of fileNames) {
    try {
      texts.set(name, await readFile(join(dir, folder, name), 'utf8'))
    } catch {
      faults.push({
        code: 'file-missing',
        file: `${folder}/${name}`,
        line: 1,
        column: 1,
        hintId: `Berkas ${name} belum ada di folder ${folder}.`,
        hintEn: `The file ${name} is missing in the folder ${folder}.`,
      })
    }
  }
  const read = readProgramme(folder, texts)
  return { folder, programme: read.programme, faults: [...faults, ...read.faults] }
}

/** The programme that four texts say, or every fault in them. Pure: for files and for an editor. */
export function readProgramme(
  folder: string,
  texts: ReadonlyMap<string, string>,
): { readonly programme: Programme | undefined; readonly faults: readonly TextFault[] } {
  const faults: TextFault[] = []
  function read<Schema extends Parameters<typeof readYaml>[2]>(name: FileName, schema: Schema) {
    const text = texts.get(name)
    if (text === undefined) return undefined
    const reading = readYaml(`${folder}/${name}`, text, schema)
    faults.push(...reading.faults)
    return reading
  }
  const head = read('programme.yaml', ProgrammeFile)
  const parameters = read('parameters.yaml', ParametersFile)
  const rules = read('rules.yaml', RulesFile)
  const examples = read('examples.yaml', ExamplesFile)

  if (head?.value && head.value.code !== folder) {
    faults.push({
      code: 'code-differs',
      file: `${folder}/programme.yaml`,
      ...head.placeOf(['code']),
      hintId: `Kode "${head.value.code}" harus sama dengan nama foldernya, "${folder}".`,
      hintEn: `The code "${head.value.code}" must equal the name of its folder, "${folder}".`,
    })
  }
  if (parameters?.value) faults.push(...readingFaults(folder, parameters, parameters.value))
  if (rules?.value) {
    const found = versionFaults(folder, {
      rules,
      value: rules.value,
      parameters: parameters?.value ?? {},
      // The person's facts hold the family's too: a broken head hides no fault of a rule.
      isForPersons: head?.value === undefined || head.value.unit === 'person',
    })
    const areParametersRead = parameters?.value !== undefined
    faults.push(...found.filter(({ code }) => areParametersRead || code !== 'param-unknown'))
  }
  if (!head?.value || !parameters?.value || !rules?.value || !examples?.value) {
    return { programme: undefined, faults }
  }
  const programme = {
    ...head.value,
    parameters: parameters.value,
    versions: rules.value.versions,
    examples: examples.value,
  }
  return { programme: faults.length > 0 ? undefined : programme, faults }
}

/** Where several readings hold on one day, one must be marked: nobody may guess an amount. */
function readingFaults(
  folder: string,
  { placeOf }: YamlReading<unknown>,
  parameters: ParametersFile,
): readonly TextFault[] {
  const faults: TextFault[] = []
  for (const [name, { readings }] of Object.entries(parameters)) {
    for (const [no, reading] of readings.entries()) {
      const open = readings.filter(
        ({ from, to }) => from <= reading.from && (to === undefined || reading.from < to),
      )
      const marked = open.filter((candidate) => candidate.default)
      if (open.length <= 1 || marked.length === 1) continue
      faults.push({
        code: 'reading-ambiguous',
        file: `${folder}/parameters.yaml`,
        ...placeOf([name, 'readings', no]),
        hintId: `Pada ${reading.from} ada ${open.length} nilai "${name}" yang berlaku. Tandai satu dengan default: true, atau isi "to".`,
        hintEn: `On ${reading.from} ${open.length} values of "${name}" hold. Mark one with default: true, or fill in "to".`,
      })
    }
  }
  return faults
}

interface VersionContext {
  readonly rules: YamlReading<unknown>
  readonly value: RulesFile
  readonly parameters: ParametersFile
  readonly isForPersons: boolean
}

function versionFaults(folder: string, context: VersionContext): readonly TextFault[] {
  const file = `${folder}/rules.yaml`
  const { rules, value, parameters, isForPersons } = context
  const faults: TextFault[] = []
  for (const [no, version] of value.versions.entries()) {
    const place = ['versions', no]
    const other = value.versions.find(
      (candidate, otherNo) => otherNo < no && overlap(candidate, version),
    )
    if (other || (version.to !== undefined && version.to <= version.from)) {
      faults.push({
        code: 'version-overlap',
        file,
        ...rules.placeOf([...place, 'from']),
        hintId: `Masa versi "${version.version}" ${other ? `bertumpuk dengan "${other.version}"` : 'berakhir sebelum mulai'}. Periksa "from" dan "to".`,
        hintEn: `The time of version "${version.version}" ${other ? `overlaps "${other.version}"` : 'ends before it starts'}. Check "from" and "to".`,
      })
    }
    const params = parametersThroughout(parameters, version)
    const texts = ruleTexts(version, isForPersons)
    for (const { path, text, isAboutPerson } of texts) {
      const at = rules.placeOf([...place, ...path])
      for (const fault of ruleFaults(text, vocabularyOf(isAboutPerson, params))) {
        faults.push({
          code: fault.code,
          file,
          line: at.line + fault.line - 1,
          column: fault.line === 1 ? at.column + fault.column - 1 : fault.column,
          hintId: fault.hintId,
          hintEn: fault.hintEn,
        })
      }
    }
    for (const { path, name } of paidParams(version)) {
      if (typeof params[name] === 'number') continue
      const near = nearestName(name, Object.keys(params))
      faults.push({
        code: 'param-unknown',
        file,
        ...rules.placeOf([...place, ...path]),
        hintId: `Nilai "${name}" tidak ada sepanjang masa aturan ini.${near ? ` Mungkin maksudnya "${near}"?` : ''}`,
        hintEn: `The value "${name}" does not hold for the whole time of this rule.${near ? ` Did you mean "${near}"?` : ''}`,
      })
    }
  }
  return faults
}

function overlap(a: RuleVersion, b: RuleVersion): boolean {
  return (a.to === undefined || b.from < a.to) && (b.to === undefined || a.from < b.to)
}

/** Parameters that have a value on every day of a version, with that of its first day. */
function parametersThroughout(
  parameters: ParametersFile,
  { from, to }: RuleVersion,
): Readonly<Record<string, number | string>> {
  const first = parametersOn(parameters, from)
  const ends = Object.values(parameters).flatMap(({ readings }) =>
    readings.flatMap((reading) => reading.to ?? []),
  )
  const days: readonly IsoDate[] = ends.filter(
    (day) => day > from && (to === undefined || day < to),
  )
  const later = days.map((day) => parametersOn(parameters, day))
  return Object.fromEntries(
    Object.entries(first).filter(([name]) => later.every((values) => values[name] !== undefined)),
  )
}

interface RuleText {
  readonly path: readonly PropertyKey[]
  readonly text: string
  readonly isAboutPerson: boolean
}

function ruleTexts(version: RuleVersion, isForPersons: boolean): readonly RuleText[] {
  const { amount, concerns, conditions } = version
  const texts: RuleText[] = conditions.map(({ text }, no) => ({
    path: ['conditions', no, 'text'],
    text,
    isAboutPerson: isForPersons,
  }))
  if (concerns !== undefined) {
    texts.push({ path: ['concerns'], text: concerns, isAboutPerson: isForPersons })
  }
  if (amount?.kind === 'cases') {
    for (const [no, { when }] of amount.cases.entries()) {
      texts.push({ path: ['amount', 'cases', no, 'when'], text: when, isAboutPerson: isForPersons })
    }
  }
  if (amount?.kind === 'components') {
    for (const [no, { when }] of amount.components.entries()) {
      texts.push({ path: ['amount', 'components', no, 'when'], text: when, isAboutPerson: true })
    }
  }
  return texts
}

function paidParams({
  amount,
}: RuleVersion): readonly { readonly path: readonly PropertyKey[]; readonly name: string }[] {
  if (!amount) return []
  if (amount.kind === 'flat') return [{ path: ['amount', 'pay'], name: amount.pay }]
  if (amount.kind === 'cases') {
    return amount.cases.map(({ pay }, no) => ({ path: ['amount', 'cases', no, 'pay'], name: pay }))
  }
  return [
    { path: ['amount', 'maxMembers'], name: amount.maxMembers },
    ...amount.components.map(({ pay }, no) => ({
      path: ['amount', 'components', no, 'pay'],
      name: pay,
    })),
  ]
}
