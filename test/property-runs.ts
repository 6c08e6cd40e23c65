/** How often a property is tried: `usual` times, and ten times as often in `npm run test:full`. */
export function propertyRuns(usual = 100): number {
  return process.env.BETANG_FULL_TESTS ? usual * 10 : usual
}
