import { askedBy, recordReads } from '#access'
import { type Clock, today } from '#platform/clock'
import type { Db } from '#platform/db'
import { type Api, getViewer, problem } from '#platform/http'
import { asViewer } from '#platform/scoped-db'
import { PersonKey } from '../history/person-answers.ts'
import { findPerson } from './find-person.ts'
import { PersonCard } from './schema.ts'

export interface PersonParts {
  readonly db: Db
  readonly clock: Clock
  /** Whether this office has connected Dukcapil's service. */
  readonly isDukcapilConnected: boolean
}

const personRoute = {
  operationId: 'getPerson',
  summary: 'One person: family, what Dukcapil says of the record, and groups',
  params: PersonKey,
  response: {
    200: PersonCard,
    401: problem('sign-in-required'),
    403: problem('not-permitted'),
    404: problem('person-not-found'),
  },
}

/** Persons one by one, with the rights of whoever asks; each look is in the trail. */
export function personRoutes(api: Api, { db, clock, isDukcapilConnected }: PersonParts): void {
  api.get(
    '/api/v1/persons/:personId',
    { schema: personRoute, config: { action: 'read-families' } },
    (request) =>
      asViewer(db, getViewer(request), async (scoped) => {
        const person = await findPerson(scoped, request.params.personId, {
          on: today(clock),
          isConnected: isDukcapilConnected,
        })
        await recordReads(scoped, {
          ...askedBy(request),
          action: 'read',
          subjectKind: 'person',
          subjectIds: [person.personId],
        })
        return person
      }),
  )
}
