/**
 * access: who may come in, and what they looked at.
 *
 * Owns the tables organisation, account, session, audit_event. An account has a user name, no
 * e-mail; passwords are Argon2id, a session is a random token of which only the hash is kept. Passkeys,
 * an authenticator app and outside providers (tables passkey, totp, recovery_code, account_link) are
 * added by their owner; a provider makes no account. What a forgotten screen must not open asks for a
 * proof of the last ten minutes (`requireStepUp`); a first password opens nothing but its change.
 * Every route under `/api/v1` needs a session unless it declares itself public, and a sign-in that
 * keeps failing has to wait. What is done, and each look at a person or family, is a line in
 * audit_event, written in the same transaction; a sealer chains the lines within a second and counts
 * the looks of each hour (audit_hour), nothing changes them, and `betang audit verify` finds whatever did.
 *
 * Whose data is kept has rights, which `privacy/` serves: requests with their terms, breaches with
 * their letters, records of processing, retention, and an archive of all that stands of a person. It
 * owns subject_request, change_request, subject_mark, breach, erased_person, retention_run, and is
 * the one writer that crosses the tables of other modules, when a person is erased.
 */
export { anchorHtml, anchorText } from './audit/anchor-page.ts'
export { type Anchor, anchorNow, findAnchors } from './audit/anchors.ts'
export { auditRefusals } from './audit/audit-refusals.ts'
export { findUnusual } from './audit/find-unusual.ts'
export {
  type Asker,
  type AuditEvent,
  askedBy,
  bySystem,
  type Reads,
  recordEvent,
  recordReads,
} from './audit/record-event.ts'
export { type AuditParts, auditRoutes } from './audit/routes.ts'
export { type Sealer, sealEvents, startSealer } from './audit/seal-events.ts'
export { findSealLag, type SealLag } from './audit/seal-lag.ts'
export {
  type ChainFault,
  type FaultKind,
  type Verification,
  verifyChain,
} from './audit/verify-chain.ts'
export { keyRoutes } from './keys/routes.ts'
export { keyTerms } from './keys/schema.ts'
export {
  addAccount,
  disableAccount,
  expectPerson,
  type KeeperParts,
  listAccounts,
  resetAccountOf,
} from './people/keep-accounts.ts'
export { peopleRoutes } from './people/routes.ts'
export { findWeakAccess, type WeakAccess } from './people/weak-access.ts'
export { toHtml, toMarkdown } from './privacy/document-page.ts'
export { eraseAgain } from './privacy/erase-persons.ts'
export { makeAssessment } from './privacy/make-assessment.ts'
export { applyRetention, planRetention } from './privacy/retention.ts'
export { privacyRoutes } from './privacy/routes.ts'
export { findMarks } from './privacy/subject-marks.ts'
export { type Answer, can, type Refusal, type Resource } from './scope/can.ts'
export { guardRoutes } from './scope/guard-routes.ts'
export {
  type Action,
  type DataClass,
  dataClasses,
  incompatibleRoles,
  permissions,
  Role,
  roles,
  serviceRoles,
  usualClasses,
} from './scope/roles.ts'
export { ownGrantRoutes } from './scope/routes.ts'
export {
  findGrants,
  insertGrant,
  type NewGrant,
  refreshScope,
} from './scope/store.ts'
export { settingsRoutes } from './settings/routes.ts'
export { createFirstAccount, type FirstAccount } from './sign-in/accounts.ts'
export { type IsBreached, openBreachedPasswords } from './sign-in/breached-passwords.ts'
export { requireSession } from './sign-in/guard.ts'
export { type IdentityProvider, makeIdentityProvider } from './sign-in/oidc/identity-provider.ts'
export { readOidcSettings } from './sign-in/oidc/settings.ts'
export type { AccessParts } from './sign-in/parts.ts'
export { accessRoutes } from './sign-in/routes.ts'
