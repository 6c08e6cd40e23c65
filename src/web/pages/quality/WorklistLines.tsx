import { Link } from '@tanstack/react-router'
import type { QualityCode, WorklistLine } from '#registry/schema'
import { day, properName, threeDigits } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'

/** Records of a worklist, one a row, each a link to its person, or to its family where that is meant. */
export function WorklistLines({
  code,
  lines,
}: {
  readonly code: QualityCode
  readonly lines: readonly WorklistLine[]
}) {
  return (
    <div className="table-scroll">
      <table className="table table-cards">
        <caption className="sr-only">{t(`quality.code.${code}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('quality.name')}</th>
            <th scope="col">NIK</th>
            <th scope="col">{t('quality.kk')}</th>
            <th scope="col">{t('families.column.ward')}</th>
            <th scope="col">{t('quality.says')}</th>
            <th scope="col">{t('quality.offices')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.familyId} ${line.personId}`}>
              <th scope="row">
                <Subject line={line} />
                {line.personId !== null &&
                  line.headName !== null &&
                  line.headName !== line.name && (
                    <span className="cell-note">
                      {t('quality.headOf', { name: properName(line.headName) })}
                    </span>
                  )}
              </th>
              <td data-label="NIK">{line.nikMasked ?? <Unknown />}</td>
              <td data-label={t('quality.kk')}>{line.kkMasked ?? <Unknown />}</td>
              <td>
                {line.wardName ?? <Unknown />}
                {line.rt !== null && <span className="dim nowrap"> RT {threeDigits(line.rt)}</span>}
              </td>
              <td>{saysOf(code, line)}</td>
              <td>{officesOf(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Subject({ line }: { readonly line: WorklistLine }) {
  const { familyId, personId } = line
  const look = { className: 'row-link quality-link', 'data-row': '' }
  return personId === null ? (
    <Link to="/keluarga/$familyId" params={{ familyId }} {...look}>
      {nameOf(line)}
    </Link>
  ) : (
    <Link to="/warga/$personId" params={{ personId }} {...look}>
      {nameOf(line)}
    </Link>
  )
}

/** The person, or the family by its head where the whole family is meant. */
export function nameOf({ personId, name, headName }: WorklistLine): string {
  if (personId === null) {
    return headName === null
      ? t('quality.familyUnnamed')
      : t('quality.familyOf', { name: properName(headName) })
  }
  return name === null ? t('quality.unnamed') : properName(name)
}

/** What stands against what, in the words of the worklist. */
export function saysOf(code: QualityCode, line: WorklistLine): string {
  if (code === 'nik-birth-date-mismatch') {
    return t('quality.birthAgainst', {
      stated: line.birthDate === null ? '?' : day(line.birthDate),
      told: line.nikBirth ?? '?',
    })
  }
  if (code === 'nik-sex-mismatch' && line.sex !== null && line.nikSex !== null) {
    return t('quality.sexAgainst', {
      stated: t(`quality.sex.${line.sex}`),
      told: t(`quality.sex.${line.nikSex}`),
    })
  }
  if (code === 'dukcapil-differs' || code === 'not-confirmed') {
    const words = t(`quality.dukcapil.${line.dukcapilState}`)
    return line.dukcapilAt === null ? words : `${words} · ${day(line.dukcapilAt.slice(0, 10))}`
  }
  return line.birthDate === null ? '–' : t('quality.born', { day: day(line.birthDate) })
}

export function officesOf({ offices }: WorklistLine): string {
  return offices.map((office) => office || t('quality.officeUnnamed')).join(', ')
}

function Unknown() {
  return <span className="text-unknown">{t('state.unknown')}</span>
}
