import { castStaff } from '../domain/cast.ts'
import { builtInRoles } from '../domain/staff/roles.ts'
import { makeHistory } from './demo/history.ts'
import { letCustomersCome } from './demo/live-customers.ts'
import { demoPassword, type Organisation, organise } from './demo/organisation.ts'
import { type OwnServer, startOwnServer } from './wire/own-server.ts'

/** Talks that were held before you came. */
const talksBefore = 200

/**
 * `npm run demo`: a server with two shops, staff of every role, some history, and customers who write while
 * you watch. `DATA_DIR` keeps it between starts (without it everything is deleted at the end), `PORT` sets
 * the port. Ctrl-C ends it.
 */
async function main(): Promise<void> {
  console.log('Starting. The first start builds the screens, which takes a little.')
  const server = await startOwnServer({
    dataDir: process.env.DATA_DIR,
    port: Number(process.env.PORT) || undefined,
    env: { BUILD_SCREENS: 'yes' },
  })
  const stop = new AbortController()
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        stop.abort()
        resolve()
      })
    }
  })
  try {
    const organisation = await organise(server)
    welcome(server, organisation)
    // History is made while you sign in, then the customers come.
    const play = playAll(server, organisation, stop.signal).catch((error: unknown) => {
      if (!stop.signal.aborted) throw error
    })
    await Promise.race([stopped, play])
  } finally {
    console.log('Stopping.')
    await server.remove()
  }
}

async function playAll(server: OwnServer, organisation: Organisation, signal: AbortSignal): Promise<void> {
  const customers = letCustomersCome(server.base, organisation, signal)
  if (organisation.fresh) {
    await makeHistory(server.base, organisation, talksBefore, signal)
    if (!signal.aborted) console.log(`${talksBefore} earlier talks are in place.`)
  }
  await customers
}

function welcome(server: OwnServer, organisation: Organisation): void {
  const lines = [
    '',
    `Shopdesk's demo is at ${server.base}`,
    `Everybody signs in with the password ${demoPassword}`,
    '',
    ...castStaff.map(({ name, email, role }) => {
      const { 'zh-CN': chinese, en } = builtInRoles[role].name
      return `  ${email.padEnd(26)} ${name.padEnd(12)} ${chinese} ${en}`
    }),
    '',
    organisation.fresh
      ? 'Earlier talks are being put in place.'
      : 'This demo was started before; its talks are kept.',
    'Customers write every few seconds. Ctrl-C ends it.',
  ]
  console.log(lines.join('\n'))
}

await main()
process.exit(0)
