import type { Shelf } from '../visit/shelf.ts'

const leaseFor = 30_000
const me = Math.random().toString(36).slice(2)

/**
 * Does something while no other tab does the same. Uses the browser's locks; where there are none
 * (pages without TLS) a lease in the shared storage, which is nearly as good: the server takes a
 * repeated key only once anyway.
 */
export async function holdTurn<T>(shelf: Shelf, name: string, act: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks as LockManager | undefined
  if (locks) return locks.request(`shopdesk:${name}`, act)
  const lease = `lease:${name}`
  for (;;) {
    const held = shelf.read<{ by: string; until: number }>(lease)
    if (!held || held.until < Date.now() || held.until > Date.now() + leaseFor) break
    await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 200))
  }
  shelf.write(lease, { by: me, until: Date.now() + leaseFor })
  try {
    return await act()
  } finally {
    if (shelf.read<{ by: string }>(lease)?.by === me) shelf.remove(lease)
  }
}
