import { AppError } from '#platform/errors'
import { openStore, type Store, type StorePlace } from '#platform/open-store'
import { findSecret } from '#platform/secret-setting'
import { openSecrets, type Secrets } from '#platform/secrets'
import { readAddress } from '#platform/server-address'

/** Where the data of an office lie when nothing else is said. */
export const defaultDataFolder = './betang-data'

export interface Office {
  readonly store: Store
  readonly secrets: Secrets
}

/**
 * The server of `DATABASE_URL` or of the file that `DATABASE_URL_FILE` names, else the data folder.
 *
 * @throws AppError `database-tls-missing` for another machine's server without TLS, unless
 * `BETANG_DATABASE_WITHOUT_TLS=1` says that the way there is safe by other means.
 */
export function storePlace(folder: string, env: NodeJS.ProcessEnv = process.env): StorePlace {
  const url = findSecret('DATABASE_URL', env)?.value
  if (url === undefined) return { folder }
  const { isOtherHost, isEncrypted } = readAddress(url)
  if (isOtherHost && !isEncrypted && env.BETANG_DATABASE_WITHOUT_TLS !== '1') {
    throw new AppError('database-tls-missing', {})
  }
  return { url }
}

/** Opens a store with its key. */
export async function openOffice(place: StorePlace): Promise<Office> {
  const store = await openStore(place)
  try {
    return { store, secrets: await openSecrets(store) }
  } catch (error) {
    await store.close()
    throw error
  }
}
