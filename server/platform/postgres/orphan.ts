import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'

/**
 * Stops the PostgreSQL that a killed owner left running on this data folder, if there is one. Call it only
 * while owning the folder. Waits until it has ended; after 20 s the stop is made an immediate one.
 */
export async function stopOrphan(data: string, log: Logger): Promise<void> {
  const pid = postmasterPid(data)
  if (pid === undefined || !isAlive(pid)) return
  if (!commandOf(pid).includes(data)) return disown(data)
  log.warn({ pid }, 'stopping the database that a killed Shopdesk left running')
  process.kill(pid, 'SIGINT')
  const immediateAt = performance.now() + 20_000
  let immediate = false
  while (isAlive(pid)) {
    if (!immediate && performance.now() > immediateAt) {
      process.kill(pid, 'SIGQUIT')
      immediate = true
    }
    await wait(10)
  }
}

function postmasterPid(data: string): number | undefined {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  return pid > 1 ? pid : undefined
}

/**
 * After a restart of the machine another program may have got the number of the old postmaster, and PostgreSQL
 * would refuse to start. It takes the number of its own parent for a stale one, so we put ours there; the rest of
 * the file stays, because it tells PostgreSQL which shared memory to check.
 */
function disown(data: string): void {
  const file = join(data, 'postmaster.pid')
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace(/^\d+/, String(process.pid)))
  const [, , , port, socketFolder] = text.split('\n')
  if (socketFolder) rmSync(join(socketFolder, `.s.PGSQL.${port}.lock`), { force: true })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return !isZombie(pid)
}

/** Ended, but its new parent has not taken note yet (in containers it may never do so). */
function isZombie(pid: number): boolean {
  const stat = `/proc/${pid}/stat`
  return existsSync(stat) && /^\d+ \(.*\) Z/.test(readFileSync(stat, 'utf8'))
}

function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}
