import { useEffect } from 'react'

/** Names the browser's tab: the page, then the product. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title === undefined ? 'Betang' : `${title} · Betang`
  }, [title])
}
