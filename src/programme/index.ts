/**
 * programme: what each family and person is entitled to on a day, and why.
 *
 * Owns the catalogue (folders of dated YAML), the rule language and the table decision. Steps:
 * load the catalogue, see the register as facts, ask the rules in force, then hold the programmes
 * against earlier help, and put the outcome into words. Three-valued throughout: a fact that nobody
 * knows makes a decision unknown and a question, never a "no". Who decides (BPS, a ministry, the
 * city) stays with each programme; Betang never sets a decile.
 */

export type { Programme } from './catalogue.ts'
export { loadProgrammes } from './load-programmes.ts'
export { type CompiledFilter, compileFilter, type FilterFields } from './rule-language/filter.ts'
export { type CompiledRule, compileRule, ruleFaults } from './rule-language/rule.ts'
export { rulesMarkdown } from './rules-doc.ts'
export { type DecideRequest, decideAll } from './run-programme.ts'
export type { ProgrammeDecision, ProgrammeSummary } from './schema.ts'
export { saveDecisions } from './store.ts'
export { programmeSummaries } from './summaries.ts'
