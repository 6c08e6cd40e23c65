import { useEffect, useState } from 'react'

/** False at first, true once `delayMs` have passed: short waits show nothing. */
export function useDelayed(delayMs: number): boolean {
  const [hasPassed, setHasPassed] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setHasPassed(true), delayMs)
    return () => clearTimeout(timer)
  }, [delayMs])
  return hasPassed
}
