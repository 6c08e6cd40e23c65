import { compileFilter } from '#programme'
import { type PlanRequest, planAllocation } from './plan.ts'
import type { AllocationPlan } from './schema.ts'

/**
 * The most valuable plan of who gets what from whom, with filters read as rules of the catalogue.
 *
 * Pure and deterministic: needs and offers in any order give the same plan.
 */
export function allocate(request: Omit<PlanRequest, 'compile'>): AllocationPlan {
  return planAllocation({ ...request, compile: compileFilter })
}
