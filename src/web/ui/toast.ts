import { useSyncExternalStore } from 'react'

/** What was done, and where it can be taken back, how. */
export interface ToastWords {
  readonly text: string
  readonly undo?: (() => void) | undefined
}

const showMs = 10_000
const nothing: ToastWords = { text: '' }
let shown = nothing
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

function set(next: ToastWords): void {
  shown = next
  for (const listener of listeners) listener()
}

/**
 * Says what was done, for ten seconds; the next replaces it. Errors never come here. What `undo`
 * takes back can also be taken back on the page itself, by whoever needs more time.
 */
export function showToast(words: string, undo?: () => void): void {
  clearTimeout(timer)
  timer = setTimeout(() => set(nothing), showMs)
  set({ text: words, undo })
}

/** Takes the words away. */
export function hideToast(): void {
  clearTimeout(timer)
  set(nothing)
}

/** The words to show now; their text is empty for none. */
export function useToast(): ToastWords {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => shown,
  )
}
