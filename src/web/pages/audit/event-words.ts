import type { AuditLine } from '#access/schema'
import { codeWords, t } from '../../i18n/language.ts'

/** Who did it, as people call them. */
export function actorWords({ accountId, actorName, userName, role }: AuditLine): string {
  if (accountId !== null) return actorName ?? userName ?? accountId
  return role === 'system' ? t('audit.bySystem') : t('audit.byNobody')
}

/** As what: the role in use and the organisation. */
export function capacityWords({ role, organisationName, accountId }: AuditLine): string {
  const roleWords = role === null || accountId === null ? [] : [codeWords('role', role)]
  return [...roleWords, ...(organisationName === null ? [] : [organisationName])].join(' · ')
}

export function subjectWords({ subjectKind, subjectId }: AuditLine): string {
  const kind = subjectKind === null ? '' : codeWords('subject', subjectKind)
  return [kind, subjectId ?? ''].filter(Boolean).join(' ')
}

export function whyWords({ purpose, reason }: AuditLine): string {
  const purposeWords = purpose === null ? [] : [codeWords('purpose', purpose)]
  return [...purposeWords, ...(reason === null ? [] : [`“${reason}”`])].join(': ')
}

export function seenWords({ fields }: AuditLine): string {
  return fields.map((field) => codeWords('class', field)).join(', ')
}
