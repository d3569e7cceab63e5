/**
 * How long to wait before attempt number `tries` (from 1), in milliseconds: doubling from one second
 * to half a minute, a random half of it off so that many browsers do not come back at once.
 * @param chance between 0 and 1
 */
export function pauseBefore(tries: number, chance: number): number {
  const longest = Math.min(30_000, 1000 * 2 ** Math.max(0, tries - 1))
  return Math.round(longest * (0.5 + chance / 2))
}

/** Waits, but no longer than until the network is back or the page is looked at again. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      removeEventListener('online', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    addEventListener('online', done)
  })
}
