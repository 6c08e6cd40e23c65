import { openStore, type Store, type StorePlace } from '#platform/open-store'
import { findSecret } from '#platform/secret-setting'
import { openSecrets, type Secrets } from '#platform/secrets'

/** Where the data of an office lie when nothing else is said. */
export const defaultDataFolder = './betang-data'

export interface Office {
  readonly store: Store
  readonly secrets: Secrets
}

/** The server of `DATABASE_URL` or of the file that `DATABASE_URL_FILE` names, else the data folder. */
export function storePlace(folder: string, env: NodeJS.ProcessEnv = process.env): StorePlace {
  const url = findSecret('DATABASE_URL', env)?.value
  return url === undefined ? { folder } : { url }
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
