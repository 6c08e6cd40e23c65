import { useEffect, useState } from 'react'

/** A text as it was when it last stood still for `waitMs`: what is being typed asks nothing. */
export function useSettled(text: string, waitMs: number): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), waitMs)
    return () => clearTimeout(timer)
  }, [text, waitMs])
  return settled
}
