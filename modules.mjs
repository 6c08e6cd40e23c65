/**
 * The architecture on one screen: each module and the modules it may import, in the order in which
 * data flows. dependency-cruiser enforces it, the generated docs draw it.
 *
 * `platform` may be imported by all and imports no module. `api`, `cli`, `web` and `flow.ts` stand
 * around the modules: they may import any of them, and nothing imports them (`web`: schemas only).
 */
export const modules = {
  access: [],
  territory: [],
  intake: ['access', 'territory'],
  linkage: [],
  registry: ['access', 'intake', 'linkage', 'territory'],
  ledger: ['intake', 'registry'],
  assessment: ['intake', 'registry', 'ledger', 'territory'],
  programme: ['registry', 'ledger', 'assessment'],
  partner: ['access', 'territory', 'intake', 'assessment'],
  allocation: ['programme', 'partner', 'assessment', 'ledger'],
  coordination: [
    'access',
    'intake',
    'ledger',
    'territory',
    'assessment',
    'programme',
    'partner',
    'allocation',
  ],
  insight: [
    'access',
    'territory',
    'intake',
    'registry',
    'ledger',
    'assessment',
    'programme',
    'partner',
    'allocation',
    'coordination',
  ],
  exchange: ['access'],
  upkeep: ['access', 'exchange'],
  sample: ['territory'],
}

/** Rooms around the modules: what each may import besides `platform`. */
export const rooms = { flow: 'modules', api: 'modules', cli: 'modules', web: 'schemas' }
