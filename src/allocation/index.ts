/**
 * allocation: a plan of who gets what from whom, why, and the proof that it is the best one.
 *
 * Owns the tables allocation_plan, allocation_line, unserved. Steps: needs in order of priority,
 * classes of needs with the same compatible offers, locks, the exact priority allocation (a
 * transversal matroid: a place is taken when it is free or can be freed by moving served needs),
 * too small bundles closed, reasons and certificate.
 *
 * Invariants: no need twice; no offer beyond its units and rupiah; an unknown filter reserves
 * nothing and asks; no need is passed over for a lower score at an offer that may serve it (but for
 * locks and bundles); the same input in any order gives the same plan; `verifyCertificate` proves
 * value and bound with code of its own.
 */
export { allocate } from './allocate.ts'
export { needInputs } from './need-inputs.ts'
export type { PlanRequest } from './plan.ts'
export { type AllocateFilesRequest, allocateFiles } from './run-allocation.ts'
export type {
  AllocationLine,
  AllocationPlan,
  Certificate,
  NeedInput,
  Policy,
  Shortfall,
  UnservedLine,
  UnservedReason,
} from './schema.ts'
export { findPlanId, savePlan } from './store.ts'
export { type ClaimedPlan, type Fault, verifyCertificate } from './verify-certificate.ts'
export { type Verification, verifyOut } from './verify-plan.ts'
