import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findPlace } from '../../server/platform/postgres/place.ts'

export interface OwnServer {
  /** Where it listens: `http://127.0.0.1:40123`. The same after a restart. */
  readonly base: string
  readonly dataDir: string
  /** The one-time token for the set-up, as the server printed it; null once it is set up. */
  setUpToken(): string | null
  /** The number of its process. */
  processId(): number
  /** What it ended with; null while it runs and after a signal. */
  exitCode(): number | null
  /** Ends it at once (SIGKILL), as a crash would. */
  kill(): Promise<void>
  /** Ends it in order (SIGTERM). */
  stop(): Promise<void>
  /** Starts it again on the same address and data. */
  start(): Promise<void>
  /** Stops it and deletes its data, if it is ours. */
  remove(): Promise<void>
}

export interface OwnServerOptions {
  /** Where its data are kept; without it a temporary folder, deleted by `remove`. */
  readonly dataDir?: string
  /** TCP port; without it any free one. */
  readonly port?: number
  /** More of its environment. */
  readonly env?: Readonly<Record<string, string>>
}

/** How long a server may take to start, in milliseconds. */
const startPatience = 240_000
const mainFile = fileURLToPath(new URL('../../server/main.ts', import.meta.url))

/**
 * Starts a server of our own as a child process on 127.0.0.1. It trusts us about addresses, so that each
 * visitor can have one of their own. Throws with what it printed when it does not come up.
 */
export async function startOwnServer(options: OwnServerOptions = {}): Promise<OwnServer> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'shopdesk-'))
  const port = options.port ?? (await freePort())
  const base = `http://127.0.0.1:${port}`
  let child: ChildProcess | undefined
  let token: string | null = null

  const start = async () => {
    const env = {
      HOST: '127.0.0.1',
      TRUST_PROXY: '127.0.0.1',
      LOG_LEVEL: 'warn',
      BUILD_SCREENS: 'no',
      ...options.env,
    }
    const started = spawn(process.execPath, [mainFile], {
      env: { ...process.env, ...env, DATA_DIR: dataDir, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = started
    token = setUpTokenIn(await printedUntilReady(started, base))
    // From now on it prints warnings and errors only: they are for whoever watches.
    started.stdout?.pipe(process.stderr, { end: false })
    started.stderr?.pipe(process.stderr, { end: false })
  }
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    const ending = child
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return
    const gone = once(ending, 'exit')
    ending.kill(signal)
    await gone
  }

  process.once('exit', () => child?.kill('SIGTERM'))
  await start()
  return {
    base,
    dataDir,
    setUpToken: () => token,
    processId: () => child?.pid ?? 0,
    exitCode: () => child?.exitCode ?? null,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    start,
    remove: async () => {
      await end('SIGTERM')
      if (options.dataDir) return
      rmSync(findPlace(dataDir).home, { recursive: true, force: true })
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Reads what the server prints until it answers, and answers that. */
async function printedUntilReady(child: ChildProcess, base: string): Promise<string> {
  let printed = ''
  const read = (part: Buffer) => {
    printed = (printed + String(part)).slice(-20_000)
  }
  child.stdout?.on('data', read)
  child.stderr?.on('data', read)
  const until = performance.now() + startPatience
  while (child.exitCode === null && performance.now() < until) {
    // The address is printed last, with the set-up token in it.
    if (/https?:\/\//.test(printed) && (await answers(base))) return printed
    await new Promise((next) => setTimeout(next, 50))
  }
  child.kill('SIGKILL')
  throw new Error(`The server did not start. It printed:\n${printed}`)
}

async function answers(base: string): Promise<boolean> {
  try {
    return (await fetch(`${base}/readyz`)).ok
  } catch {
    return false
  }
}

/** The last part of the printed set-up address. */
function setUpTokenIn(printed: string): string | null {
  const address = /https?:\/\/\S*set-?up\S*/i.exec(printed)?.[0] ?? ''
  return /([A-Za-z0-9_-]{16,})\W*$/.exec(address)?.[1] ?? null
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
