/** What a client says over its socket so that nothing is lost: see `Resume`. */
export type ResumeFrame =
  | { type: 'watch'; conversationId: number; since?: string }
  | { type: 'unwatch'; conversationId: number }
  | { type: 'ping' }

/** A conversation that is watched: from where, and the ping whose answer says that it has caught up. */
interface Watch {
  since: string | undefined
  settledBy: number
}

/**
 * Where a client of the live socket goes on after a break. A place in the log that a frame names is not yet one to
 * resume from: the same place may come in several frames, and what a watched conversation missed is told after what
 * the lists missed. So a place holds
 * - as long as something is being caught up: only when a ping that was sent behind it is answered, because the server
 *   answers frames in order;
 * - afterwards: when a frame of another place, or an answered ping, has followed it.
 * The caller says what opens, arrives and is watched, and sends the frames that come back.
 */
export class Resume {
  #safe: string | undefined
  #heard: string | undefined
  #asked = 0
  #answered = 0
  #caughtUpBy = 0
  readonly #watched = new Map<number, Watch>()

  /** Everything up to here was heard; undefined before anything was. */
  place(): string | undefined {
    return this.#safe
  }

  /** The line is open (again). What to send after the `hello` from `place()`. */
  opened(): ResumeFrame[] {
    this.#asked = 1
    this.#answered = 0
    this.#caughtUpBy = 1
    this.#heard = undefined
    const watches = [...this.#watched].map(([conversationId, watch]) => {
      watch.since ??= this.#safe
      watch.settledBy = 1
      return watchFrame(conversationId, watch.since)
    })
    return [...watches, { type: 'ping' }]
  }

  /** Begins to watch a conversation that was read at the place `since`. */
  watch(conversationId: number, since: string | undefined): ResumeFrame[] {
    const ping = this.ping()
    this.#watched.set(conversationId, { since: since ?? this.#safe, settledBy: this.#asked })
    return [watchFrame(conversationId, since), ping]
  }

  unwatch(conversationId: number): ResumeFrame {
    this.#watched.delete(conversationId)
    return { type: 'unwatch', conversationId }
  }

  /** A ping to send, also as heartbeat: its answer makes places hold. */
  ping(): ResumeFrame {
    this.#asked += 1
    return { type: 'ping' }
  }

  /** Takes note of a frame that came. */
  heard(push: { type: string; position?: string }): void {
    if (push.type === 'pong') this.#pong()
    if (push.position === undefined || push.position === this.#heard) return
    if (this.#answered >= this.#caughtUpBy) this.#hold()
    this.#heard = push.position
  }

  #pong(): void {
    this.#answered += 1
    if (this.#answered < this.#caughtUpBy) return
    this.#hold()
    for (const watch of this.#watched.values()) {
      if (watch.settledBy <= this.#answered) watch.since = undefined
    }
  }

  #hold(): void {
    this.#safe = this.#heard ?? this.#safe
  }
}

function watchFrame(conversationId: number, since: string | undefined): ResumeFrame {
  return { type: 'watch', conversationId, ...(since === undefined ? {} : { since }) }
}
