/** From where on looks stand out. Each is a reason to ask the person, none is a verdict. */
export const unusualLimits = {
  /**
   * Different persons and families opened in an hour. A page takes half a minute to read, so that
   * twice as many as one can read is more than reading.
   */
  openedAnHour: 240,
  /**
   * Different persons and families in lists in an hour. A list page has 50: thirty pages, one every
   * two minutes, is leafing through the register.
   */
  listedAnHour: 1500,
  /** And this many times what the person does in half of the own hours: a busy desk stays busy. */
  timesUsual: 4,
  /** With fewer hours of work there is no habit to compare with, and the numbers above stand alone. */
  hoursOfHabit: 5,
  /**
   * Known persons and families asked for in a day and refused. One is a link from a colleague or a
   * family that has moved; keys cannot be guessed, so three were looked up on purpose.
   */
  refusedADay: 3,
  /** Local hours between the last evening deliberation and the first field visit. */
  nightFromHour: 22,
  nightToHour: 5,
  /** Looks in a night. Fewer is a forgotten page that loads itself anew. */
  subjectsANight: 5,
  /** One look at the own family is enough to ask: an officer hands the case to a colleague. */
  ownFamilyADay: 1,
} as const
