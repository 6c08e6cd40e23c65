import { useEffect, useRef, useSyncExternalStore } from 'react'

/** A key of a page: `key` as the keyboard event names it, lower case; `label` what it does. */
export interface PageKey {
  readonly key: string
  readonly label: string
  readonly run: () => void
}

let groups: readonly (readonly PageKey[])[] = []
const listeners = new Set<() => void>()

function publish(next: readonly (readonly PageKey[])[]): void {
  groups = next
  for (const listener of listeners) listener()
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}

/** True while a dialog or menu is open that has keys of its own. */
export function isCovered(): boolean {
  return document.querySelector('[aria-modal="true"], [data-rac][role="menu"]') !== null
}

/** Single-letter keys of a page or the shell; silent while a person types or a dialog is open. */
export function usePageKeys(keys: readonly PageKey[]): void {
  const latest = useRef(keys)
  latest.current = keys
  const signature = keys.map(({ key, label }) => `${key}${label}`).join('|')

  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature stands for the keys
  useEffect(() => {
    const shown = latest.current
    publish([...groups, shown])
    function onKeyDown(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (isTyping(event.target) || isCovered()) return
      const match = latest.current.find(({ key }) => key === event.key.toLowerCase())
      if (!match) return
      event.preventDefault()
      match.run()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      publish(groups.filter((group) => group !== shown))
    }
  }, [signature])
}

/** All keys that work now, for the page of keys. */
export function useActiveKeys(): readonly PageKey[] {
  const all = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => groups,
  )
  return all.flat()
}

/** Moves the focus by `step` among the rows of the page's list: elements with `data-row`. */
export function moveRow(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-row]')]
  const at =
    document.activeElement instanceof HTMLElement ? rows.indexOf(document.activeElement) : -1
  const next = at === -1 ? (step === 1 ? 0 : rows.length - 1) : at + step
  rows[next]?.focus()
  rows[next]?.scrollIntoView({ block: 'nearest' })
}
