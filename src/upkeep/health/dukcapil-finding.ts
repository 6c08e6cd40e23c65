import type { Finding } from '../finding.ts'

/** Whether this office has connected Dukcapil's service; having none is how Betang comes. */
export function dukcapilFinding(env: NodeJS.ProcessEnv): Finding {
  const isConnected = Boolean(env.BETANG_DUKCAPIL_URL)
  return {
    code: isConnected ? 'dukcapil-connected' : 'dukcapil-not-connected',
    group: 'network',
    state: 'good',
    meaning: isConnected
      ? {
          id: 'Layanan Dukcapil terhubung lewat gerbang kantor',
          en: 'The service of Dukcapil is connected by a gateway of the office',
        }
      : {
          id: 'Layanan Dukcapil belum terhubung: kecocokan dengan Dukcapil belum diketahui',
          en: 'The service of Dukcapil is not connected: whether records match it is not known',
        },
  }
}
