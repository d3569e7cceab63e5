import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Logger } from 'pino'
import type { Bus, BusMessage } from './bus.ts'

const channel = 'shopdesk_bus'
const notifyEveryMs = 20
/** NOTIFY carries 8,000 bytes at most; a word that is longer is for this process only. */
const longest = 7_500

interface Envelope {
  from: string
  poke?: boolean
  messages?: BusMessage[]
}

/** The envelope in as many payloads as NOTIFY's limit asks for. */
function payloads(envelope: Envelope): string[] {
  const whole = JSON.stringify(envelope)
  const messages = envelope.messages ?? []
  if (Buffer.byteLength(whole) <= longest) return [whole]
  if (messages.length <= 1) return envelope.poke ? [JSON.stringify({ from: envelope.from, poke: true })] : []
  const half = messages.length >> 1
  return [
    ...payloads({ ...envelope, messages: messages.slice(0, half) }),
    ...payloads({ from: envelope.from, messages: messages.slice(half) }),
  ]
}

/**
 * The bus over PostgreSQL's LISTEN and NOTIFY, on a connection of its own and never in a writing transaction.
 * Words to other processes are gathered for 20 ms. A lost connection is opened again; what was said meanwhile
 * is gone, which the readers' poll heals.
 */
export function openPostgresBus(connection: pg.ClientConfig, log: Logger): Bus {
  const me = randomUUID()
  const pokes = new Set<() => void>()
  const listeners = new Set<(message: BusMessage) => void>()
  let client: pg.Client | null = null
  let closed = false
  let waiting: Envelope | null = null
  let timer: NodeJS.Timeout | null = null
  let saying = false

  const hear = (payload: string | undefined) => {
    const envelope = JSON.parse(payload ?? '{}') as Envelope
    if (envelope.from === me) return
    if (envelope.poke) for (const run of pokes) run()
    for (const message of envelope.messages ?? []) for (const run of listeners) run(message)
  }

  const connect = async () => {
    const fresh = new pg.Client(connection)
    fresh.on('error', (error) => log.warn({ err: error }, 'the bus lost its connection'))
    fresh.on('end', () => {
      client = null
      if (!closed) setTimeout(connectAgain, 500).unref()
    })
    fresh.on('notification', (note) => hear(note.payload))
    await fresh.connect()
    // What is said here need not survive a crash, so nobody waits for the disk.
    await fresh.query('set synchronous_commit = off')
    await fresh.query(`listen ${channel}`)
    client = fresh
  }
  const connectAgain = () => {
    if (closed) return
    connect().catch(() => setTimeout(connectAgain, 1_000).unref())
  }
  connectAgain()

  const say = async (envelope: Envelope) => {
    for (const text of payloads(envelope)) await client?.query('select pg_notify($1, $2)', [channel, text])
  }
  const flush = () => {
    timer = null
    const envelope = waiting
    waiting = null
    if (!envelope || !client) return
    saying = true
    // What could not be said is gone: the readers' poll heals a lost poke.
    say(envelope)
      .catch(() => {})
      .finally(() => {
        saying = false
        plan()
      })
  }
  const plan = () => {
    if (waiting && !saying && !closed) timer ??= setTimeout(flush, notifyEveryMs).unref()
  }
  const gather = (): Envelope => {
    waiting ??= { from: me }
    plan()
    return waiting
  }

  return {
    poke: () => {
      for (const run of pokes) run()
      gather().poke = true
    },
    tell: (message) => {
      for (const run of listeners) run(message)
      const envelope = gather()
      envelope.messages = [...(envelope.messages ?? []), message]
    },
    onPoke: (run) => {
      pokes.add(run)
      return () => pokes.delete(run)
    },
    onMessage: (run) => {
      listeners.add(run)
      return () => listeners.delete(run)
    },
    close: async () => {
      closed = true
      if (timer) clearTimeout(timer)
      await client?.end().catch(() => {})
    },
  }
}
