import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** A link to an address of the app that came as text; opens without loading the app again. */
export function AppLink({
  href,
  className,
  isRow = false,
  children,
}: {
  readonly href: string
  readonly className?: string
  /** A row of the page's list, reached by J and K. */
  readonly isRow?: boolean
  readonly children: ReactNode
}) {
  const router = useRouter()
  return (
    <a
      href={href}
      className={className}
      {...(isRow ? { 'data-row': '' } : {})}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
        event.preventDefault()
        router.history.push(href)
      }}
    >
      {children}
    </a>
  )
}
