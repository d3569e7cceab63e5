import { firstWatch, type LeaseWatch, watchLeases } from '../../domain/presence/lease-watch.ts'
import type { Platform } from '../platform/work.ts'
import { putUnconnectedOffline } from './actions/connection.ts'

const watches = new WeakMap<Platform, LeaseWatch>()

/** Puts offline whose connections are gone, unless this process has only just begun to look. Answers how many. */
export async function sweepUnconnected(platform: Platform): Promise<number> {
  const before = watches.get(platform) ?? firstWatch
  const { watch, trusted } = watchLeases(before, platform.now().getTime(), performance.now())
  watches.set(platform, watch)
  return trusted ? putUnconnectedOffline(platform) : 0
}
