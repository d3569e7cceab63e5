import pino from 'pino'
import { ConfigError, readConfig } from './platform/config.ts'
import { startShopdesk } from './start.ts'

const started = performance.now()

/** Longest wait for requests and readers under way, in milliseconds; then the program ends all the same. */
const drainMs = 20_000

try {
  const config = readConfig(process.env)
  const log = pino({ level: config.logLevel, redact: ['req.headers.authorization', 'req.headers.cookie'] })
  const running = await startShopdesk(config, log, {
    checkReplies: false,
    now: () => new Date(),
  })
  announce(config.publicUrl ?? `http://localhost:${running.port}`, running.setupToken)

  const end = async (signal: string) => {
    log.info({ signal }, 'stopping')
    setTimeout(() => process.exit(1), drainMs).unref()
    await running.stop()
    process.exit(0)
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
} catch (error) {
  const expected = error instanceof ConfigError || (error instanceof Error && 'code' in error)
  process.stderr.write(`${expected ? (error as Error).message : ((error as Error).stack ?? String(error))}\n`)
  process.exit(1)
}

/** Tells the operator where to go. The set-up address is shown only while there is no owner. */
function announce(address: string, setupToken: string | null): void {
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const lines = [`Shopdesk is at ${address} (ready after ${seconds} s)`]
  if (setupToken) lines.push(`Set it up here: ${address}/setup#token=${setupToken}`)
  process.stdout.write(`${lines.join('\n')}\n`)
}
