import { account } from './account.ts'
import { audit } from './audit.ts'
import { codes } from './codes.ts'
import { families } from './families.ts'
import { pages } from './pages.ts'
import { people } from './people.ts'
import { privacy } from './privacy.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'

/** Indonesian, the language of the house. ICU message syntax; Indonesian has no plural forms. */
export const id = {
  ...account,
  ...audit,
  ...shell,
  ...codes,
  ...families,
  ...pages,
  ...people,
  ...privacy,
  ...settings,
} as const
