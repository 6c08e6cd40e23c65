import type { Role } from '#access'

/** Who gets past the door of an operation: named roles, everyone signed in, or anyone at all. */
export type Expected = readonly Role[] | 'signed-in' | 'public'

const officers = [
  'secretariat',
  'agency-officer',
  'district-officer',
  'ward-officer',
  'puskesos-officer',
] as const
const onlookers = [...officers, 'plan-approver', 'auditor'] as const
const planReaders = [...onlookers, 'payment-approver', 'payment-reconciler'] as const

/**
 * Every operation of the API and who may use it, written from the roles' purposes and not read from
 * the code. An operation that is not here fails the tests.
 */
export const expectedAccess: Readonly<Record<string, Expected>> = {
  getHealth: 'public',
  signIn: 'public',
  signInSecondStep: 'public',
  beginPasskeySignIn: 'public',
  signInWithPasskey: 'public',

  getSession: 'signed-in',
  signOut: 'signed-in',
  changePassword: 'signed-in',
  listSessions: 'signed-in',
  endSession: 'signed-in',
  endSessions: 'signed-in',
  getOwnAccount: 'signed-in',
  getOwnGrants: 'signed-in',
  chooseGrant: 'signed-in',
  stepUp: 'signed-in',
  addPasskey: 'signed-in',
  beginPasskey: 'signed-in',
  beginPasskeyStepUp: 'signed-in',
  removePasskey: 'signed-in',
  beginTotp: 'signed-in',
  confirmTotp: 'signed-in',
  removeTotp: 'signed-in',
  renewRecoveryCodes: 'signed-in',
  listColleagues: 'signed-in',
  listLoans: 'signed-in',
  lendGrant: 'signed-in',
  endLoan: 'signed-in',
  getMap: 'signed-in',
  getProgrammes: 'signed-in',

  getToday: onlookers,
  getDashboard: onlookers,
  getQuestions: onlookers,
  searchFamilies: [...officers, 'field-worker', 'auditor'],
  getFamily: [...officers, 'field-worker', 'auditor'],
  getAllocation: planReaders,
  searchAllocation: planReaders,
  getOffers: [...planReaders, 'partner'],
  getFiles: [...officers, 'auditor'],
  getFindings: [...officers, 'auditor'],
  getPairs: officers,
  getOptimisationMatrix: ['secretariat', 'agency-officer', 'plan-approver', 'auditor'],
  getListsJob: ['secretariat'],
  startListsJob: ['secretariat'],
  cancelListsJob: ['secretariat'],

  listOrganisations: ['administrator'],
  listUnclaimedNames: ['administrator'],
  createOrganisation: ['administrator'],
  changeOrganisation: ['administrator'],
  deleteOrganisation: ['administrator'],
  searchAccounts: ['administrator'],
  getAccount: ['administrator'],
  createAccount: ['administrator'],
  changeAccount: ['administrator'],
  resetAccount: ['administrator'],
  giveGrant: ['administrator'],
  changeGrantEnd: ['administrator'],
  previewGrant: ['administrator'],
  listServiceAccounts: ['administrator'],
  getServiceAccount: ['administrator'],
  createServiceAccount: ['administrator'],
  createApiKey: ['administrator'],
  rotateApiKey: ['administrator'],
  revokeApiKey: ['administrator'],

  searchAudit: ['auditor', 'data-protection-officer'],
  getUnusualLooks: ['auditor', 'data-protection-officer'],
  getAuditAnchors: ['auditor', 'data-protection-officer'],
}
