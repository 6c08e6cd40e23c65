/**
 * upkeep: whether the system is well, and what was given to it when it started.
 *
 * Owns no table: it asks the store, the disk, the trail, the backups, the work in the background, the
 * accounts and the files, and says of each how it stands, what that means and what to do. `betang
 * doctor` prints what is weak before a start; the administrator's page shows all while it runs. The
 * text that is handed to a helper holds counts in place of names, and no folder or address.
 */
export { type State, type Weakness, worstOf } from './finding.ts'
export { bareMachine, isOwnMachine, type Machine } from './machine.ts'
export { upkeepRoutes } from './routes.ts'
export { fileWeaknesses } from './weaknesses/file-weaknesses.ts'
export { findWeaknesses } from './weaknesses/find-weaknesses.ts'
