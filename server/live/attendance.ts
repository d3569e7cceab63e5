import type { Platform } from '../platform/work.ts'
import { connect, disconnect, keepConnected } from '../presence/actions/connection.ts'

const renewMs = 15_000

/** For whom this process holds a staff socket: tells presence when the first comes and when the last is gone. */
export class Attendance {
  readonly #platform: Platform
  readonly #sockets = new Map<number, number>()
  /** What is being told, one after the other for each person. */
  readonly #telling = new Map<number, Promise<void>>()
  readonly #timer: NodeJS.Timeout

  constructor(platform: Platform) {
    this.#platform = platform
    this.#timer = setInterval(() => void this.#renew(), renewMs).unref()
  }

  come(staffId: number): void {
    const held = this.#sockets.get(staffId) ?? 0
    this.#sockets.set(staffId, held + 1)
    if (held === 0) this.#tell(staffId, () => connect(this.#platform, staffId))
  }

  go(staffId: number): void {
    const held = (this.#sockets.get(staffId) ?? 0) - 1
    if (held > 0) this.#sockets.set(staffId, held)
    else this.#sockets.delete(staffId)
    if (held > 0) return
    this.#tell(staffId, async () => {
      if (!this.#sockets.has(staffId)) await disconnect(this.#platform, staffId)
    })
  }

  /** Resolves when all is told; nothing is renewed from then on. */
  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.told()
  }

  /** Resolves when everything up to now is told. */
  async told(): Promise<void> {
    await Promise.all(this.#telling.values())
  }

  #tell(staffId: number, run: () => Promise<void>): void {
    const before = this.#telling.get(staffId) ?? Promise.resolve()
    const telling = before.then(run).catch((error: unknown) => {
      this.#platform.log.warn(
        { err: error, staffId },
        'a connection was not noted; its lease is renewed soon',
      )
    })
    this.#telling.set(staffId, telling)
    void telling.then(() => {
      if (this.#telling.get(staffId) === telling) this.#telling.delete(staffId)
    })
  }

  async #renew(): Promise<void> {
    try {
      await keepConnected(this.#platform, [...this.#sockets.keys()])
    } catch (error) {
      this.#platform.log.warn({ err: error }, 'leases were not renewed; they are tried again')
    }
  }
}
