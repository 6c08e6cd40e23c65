import type { SubjectRequest } from '#access/schema'

/** What each part of the page of a request needs: the request, and where to put it when it changed. */
export interface RequestPart {
  readonly request: SubjectRequest
  readonly onChange: (request: SubjectRequest) => void
}
