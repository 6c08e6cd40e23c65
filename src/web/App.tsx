import { I18nProvider, useLingui } from '@lingui/react'
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { I18nProvider as AriaI18nProvider } from 'react-aria-components'
import { ApiProblem } from './api/http.ts'
import { ownGrantsQuery, sessionQuery } from './api/queries.ts'
import { i18n } from './i18n/language.ts'
import { type AppRouter, createAppRouter } from './routes.tsx'

/** The whole app; `router` is given by tests that start at a page. */
export function App({ router }: { readonly router?: (queryClient: QueryClient) => AppRouter }) {
  const [parts] = useState(() => {
    const queryClient: QueryClient = createQueryClient(() => void appRouter.invalidate())
    const appRouter = (router ?? createAppRouter)(queryClient)
    return { queryClient, appRouter }
  })
  return (
    <I18nProvider i18n={i18n}>
      <InLanguage>
        <QueryClientProvider client={parts.queryClient}>
          <RouterProvider router={parts.appRouter} />
        </QueryClientProvider>
      </InLanguage>
    </I18nProvider>
  )
}

/** Words are read at the moment of drawing, so another language draws everything anew. */
function InLanguage({ children }: { readonly children: React.ReactNode }) {
  const { i18n: current } = useLingui()
  return (
    <AriaI18nProvider key={current.locale} locale={current.locale === 'en' ? 'en-US' : 'id-ID'}>
      {children}
    </AriaI18nProvider>
  )
}

const wantsMore = ['password-change-required', 'second-factor-required'] as const

function createQueryClient(onOtherRights: () => void): QueryClient {
  const queryClient: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        const isSession = query.queryKey[0] === sessionQuery.queryKey[0]
        if (isSession || !(error instanceof ApiProblem)) return
        if (error.httpStatus === 401 || wantsMore.some((code) => code === error.code)) {
          // The session ended meanwhile, or wants another password or a second factor first: forget
          // what is known of it, and let the routes send the person there.
          queryClient.removeQueries({ queryKey: sessionQuery.queryKey })
          onOtherRights()
        }
        if (error.code === 'not-permitted') {
          // The role ended meanwhile: read what is held now, and let the routes say so.
          void queryClient
            .invalidateQueries({ queryKey: ownGrantsQuery.queryKey })
            .then(onOtherRights)
        }
      },
    }),
    defaultOptions: {
      queries: {
        retry: (count, error) => count < 2 && error instanceof ApiProblem && isPassing(error),
        refetchOnWindowFocus: false,
        // Without a connection a page says so at once, instead of waiting for it silently.
        networkMode: 'always',
        refetchOnReconnect: true,
      },
    },
  })
  return queryClient
}

/** Worth another try soon: no answer though there is a connection, or a server that is briefly away. */
function isPassing(problem: ApiProblem): boolean {
  return (problem.code === 'network' && navigator.onLine) || problem.httpStatus === 503
}
