import { useQuery } from '@tanstack/react-query'
import type { Action } from '#access/schema'
import { callApi } from '../api/http.ts'
import { offersQuery, programmesQuery } from '../api/queries.ts'
import { properName } from '../i18n/format.ts'
import { inLanguage, showLanguage, t } from '../i18n/language.ts'
import { matchedWords } from '../pages/families/matched-words.ts'
import type { IconName } from '../ui/icon-paths.ts'
import { useSettled } from '../ui/use-settled.ts'
import { permittedEntries } from './menu-entries.ts'
import { useSignOut } from './sign-out.ts'
import { chooseTheme } from './theme.ts'
import { usePermitted } from './use-permits.ts'

interface Shown {
  readonly id: string
  readonly icon: IconName
  readonly label: string
  readonly note?: string
}
/** A place to go or a thing to do. */
export type SearchResult = Shown & ({ readonly href: string } | { readonly run: () => void })
export interface SearchGroup {
  readonly title: string
  readonly results: readonly SearchResult[]
}

const mostPerGroup = 5

/** `text` without accents or case, for comparing what was typed. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function matching(results: readonly SearchResult[], words: string): SearchResult[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean)
  return results
    .filter(({ label, note }) =>
      wanted.every((word) => plain(`${label} ${note ?? ''}`).includes(word)),
    )
    .slice(0, mostPerGroup)
}

function useFamilyResults(
  words: string,
  isPermitted: boolean,
): { results: SearchResult[]; isWaiting: boolean } {
  const settled = useSettled(words.trim(), 200)
  const query = useQuery({
    queryKey: ['search', settled],
    queryFn: ({ signal }) => callApi('POST', '/families/search', { body: { q: settled }, signal }),
    enabled: isPermitted && settled.length >= 2,
    staleTime: 60_000,
    // What was searched for is not kept longer than the search is open.
    gcTime: 0,
  })
  const lines = settled.length >= 2 ? (query.data?.lines ?? []) : []
  return {
    isWaiting: query.isFetching,
    results: lines.slice(0, mostPerGroup).map((line) => ({
      id: `family-${line.familyId}`,
      icon: 'families',
      label: t('family.of', { name: properName(line.headName) }),
      note: [line.wardName ?? t('family.noWard'), matchedWords(line.matched)]
        .filter((part) => part !== undefined)
        .join(' · '),
      href: `/keluarga/${line.familyId}`,
    })),
  }
}

function pageResults(permitted: readonly Action[]): SearchResult[] {
  return [
    ...permittedEntries(permitted).map(({ to, icon, name }) => ({
      id: to,
      icon,
      label: t(name),
      href: to,
    })),
    { id: '/peran', icon: 'key', label: t('menu.ownRoles'), href: '/peran' },
    { id: '/bantuan', icon: 'help', label: t('menu.help'), href: '/bantuan' },
  ]
}

function actionResults(signOut: () => Promise<void>): SearchResult[] {
  return [
    { id: 'print', icon: 'print', label: t('action.printPage'), run: () => window.print() },
    {
      id: 'id',
      icon: 'globe',
      label: 'Bahasa Indonesia',
      run: () => void showLanguage('id', true),
    },
    { id: 'en', icon: 'globe', label: 'English', run: () => void showLanguage('en', true) },
    { id: 'light', icon: 'theme', label: t('action.light'), run: () => chooseTheme('light') },
    { id: 'dark', icon: 'theme', label: t('action.dark'), run: () => chooseTheme('dark') },
    { id: 'leave', icon: 'leave', label: t('account.leave'), run: () => void signOut() },
  ]
}

/** What fits the words, by group; with nothing typed, the pages and actions. */
export function useSearchResults(
  words: string,
  isSignedIn: boolean,
): { groups: readonly SearchGroup[]; isWaiting: boolean } {
  const permitted = usePermitted()
  const families = useFamilyResults(words, permitted.includes('read-families'))
  const hasWords = isSignedIn && words.trim().length >= 2
  const programmes = useQuery({
    ...programmesQuery,
    enabled: hasWords && permitted.includes('read-reference'),
  })
  const offers = useQuery({
    ...offersQuery,
    enabled: hasWords && permitted.includes('read-offers'),
  })
  const signOut = useSignOut()

  const programmeResults = (programmes.data?.programmes ?? []).map(
    (card): SearchResult => ({
      id: `programme-${card.code}`,
      icon: 'programme',
      label: inLanguage(card.nameId, card.nameEn),
      note: card.code,
      href: `/program#${card.code}`,
    }),
  )
  const offerResults = (offers.data?.offers ?? []).map(
    (offer): SearchResult => ({
      id: `offer-${offer.offerId}`,
      icon: 'offers',
      label: offer.what,
      note: offer.provider,
      href: `/penawaran#${offer.offerId}`,
    }),
  )
  return {
    isWaiting: families.isWaiting,
    groups: [
      { title: t('menu.families'), results: families.results },
      { title: t('menu.programmes'), results: hasWords ? matching(programmeResults, words) : [] },
      { title: t('menu.offers'), results: hasWords ? matching(offerResults, words) : [] },
      { title: t('search.pages'), results: matching(pageResults(permitted), words) },
      { title: t('search.actions'), results: matching(actionResults(signOut), words) },
    ],
  }
}
