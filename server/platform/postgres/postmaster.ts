import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Binaries } from './binaries.ts'
import { childEnvironment } from './initdb.ts'
import { stopOrphan } from './orphan.ts'
import type { Place } from './place.ts'

/** A running PostgreSQL that is started again whenever it ends by itself. */
export interface Postmaster {
  /** The process that runs now; `undefined` while it is being started again. */
  pid(): number | undefined
  /** Cuts all connections, waits for the last write, and stays stopped. */
  stop(): Promise<void>
}

/**
 * Starts PostgreSQL on the place's data folder and resolves when it accepts connections. Throws when the first
 * start fails; later failures are logged and tried again, up to 5 s apart.
 */
export async function startPostmaster(
  place: Place,
  binaries: Binaries,
  settings: Record<string, string>,
  log: Logger,
): Promise<Postmaster> {
  const args = [
    '-D',
    place.data,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  let child: ChildProcess | undefined
  let stopping = false
  let restarting: Promise<void> | undefined

  const launch = async () => {
    const started = spawn(binaries.postgres, args, {
      cwd: place.data,
      env: childEnvironment(),
      // Its own process group: Ctrl-C in a terminal must reach us only, who then stop it in order.
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      ...place.runAs,
    })
    await ready(started, log)
    child = started
    started.once('exit', (code, signal) => {
      child = undefined
      if (stopping) return
      log.error({ code, signal }, 'the database ended unexpectedly; starting it again')
      restarting = restart()
    })
  }

  const restart = async () => {
    for (let delay = 100; !stopping; delay = Math.min(delay * 2, 5_000)) {
      try {
        await launch()
        log.info({ pid: child?.pid }, 'the database is back')
        return
      } catch (error) {
        log.error({ err: error }, 'the database did not start; trying again')
        await wait(delay)
      }
    }
  }

  await launchOnceFree(launch, () => stopOrphan(place.data, log))
  // Also where nobody called `stop`, as after an uncaught exception.
  const interrupt = () => child?.kill('SIGINT')
  process.once('exit', interrupt)
  return {
    pid: () => child?.pid,
    stop: async () => {
      stopping = true
      await restarting
      if (child) await ended(child, 'SIGINT')
      process.removeListener('exit', interrupt)
    },
  }
}

/**
 * The first start has to wait for what a killed owner left: workers of a postmaster need a moment to notice that it
 * is gone and hold its memory until then, and a postmaster that the owner was just starting may write its lock file
 * only after we have looked for it.
 */
async function launchOnceFree(launch: () => Promise<void>, stopLeftOver: () => Promise<void>): Promise<void> {
  const giveUpAt = performance.now() + 35_000
  for (;;) {
    try {
      return await launch()
    } catch (error) {
      const said = error instanceof Error ? error.message : ''
      const memoryHeld = said.includes('pre-existing shared memory block')
      const leftOver = /lock file .* (already exists|is empty)/.test(said)
      if (!(memoryHeld || leftOver) || performance.now() > giveUpAt) throw error
      if (leftOver) await stopLeftOver()
      await wait(100)
    }
  }
}

function ready(child: ChildProcess, log: Logger): Promise<void> {
  return new Promise((resolve, reject) => {
    const said: string[] = []
    let accepting = false
    child.once('error', reject)
    child.once('close', (code, signal) => {
      if (!accepting) reject(new Error(`PostgreSQL did not start (${signal ?? code}):\n${said.join('\n')}`))
    })
    if (!child.stderr) return reject(new Error('PostgreSQL has no log'))
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (!accepting) said.push(line)
      if (line.includes('database system is ready to accept connections')) {
        accepting = true
        resolve()
      }
      report(line, log)
    })
  })
}

/** Of these the client hears itself: they say nothing about the health of the database. */
const ofOneConnection = /terminating connection|system is (starting up|shutting down|not yet accepting)/

function report(line: string, log: Logger): void {
  if (/ (PANIC|FATAL): {2}/.test(line) && !ofOneConnection.test(line))
    log.warn({ postgres: line }, 'the database reports')
  else log.debug({ postgres: line }, 'the database reports')
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}
