/**
 * insight: the city's picture. Counts, lists and pages that look across stages, the report of a run.
 *
 * Owns the table family_line and the keys `dashboard` and `programmes` of run_state, written after
 * every run from what the stages say; reads the tables of the stages above for pages. Unknown is
 * counted apart, counts under 10 are not told in what is shared, a NIK is always masked.
 */
export { buildDashboard } from './dashboard/build-dashboard.ts'
export { dashboardSteps } from './dashboard/dashboard-steps.ts'
export { type ReportInput, reportHtml } from './report/report-html.ts'
export { type InsightParts, insightRoutes } from './routes.ts'
export { type InsightInput, saveInsight } from './store.ts'
