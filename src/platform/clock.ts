/** The present moment; handed in, so that a test can stop or move it. */
export type Clock = () => Date

/** The clock of this computer. */
export const systemClock: Clock = () => new Date()
