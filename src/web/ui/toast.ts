import { useSyncExternalStore } from 'react'

const showMs = 10_000
let text = ''
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

function set(next: string): void {
  text = next
  for (const listener of listeners) listener()
}

/** Says what was done, for ten seconds; the next replaces it. Errors never come here. */
export function showToast(words: string): void {
  clearTimeout(timer)
  timer = setTimeout(() => set(''), showMs)
  set(words)
}

/** The words to show now, empty for none. */
export function useToast(): string {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => text,
  )
}
