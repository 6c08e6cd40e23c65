import type { Messages } from '../shape.ts'
import { account } from './account.ts'
import { audit } from './audit.ts'
import { changes } from './changes.ts'
import { codes } from './codes.ts'
import { community } from './community.ts'
import { families } from './families.ts'
import { history } from './history.ts'
import { incoming } from './incoming.ts'
import { pages } from './pages.ts'
import { pairs } from './pairs.ts'
import { people } from './people.ts'
import { privacy } from './privacy.ts'
import { quality } from './quality.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'

/** English, complete by type. */
export const en: Messages = {
  ...account,
  ...audit,
  ...shell,
  ...changes,
  ...codes,
  ...community,
  ...families,
  ...history,
  ...incoming,
  ...pages,
  ...pairs,
  ...people,
  ...privacy,
  ...quality,
  ...settings,
}
