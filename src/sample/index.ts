/**
 * sample: a synthetic city of any size, its agencies' lists with the damage that offices do to lists,
 * and the truth beside them.
 *
 * Steps: households in dwellings (`make-city`), each list from them (`lists`), files and truth
 * (`write-sample`). The same seed gives the same city. All persons are invented.
 */
export { type SampleRequest, writeSample } from './write-sample.ts'
