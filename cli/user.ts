import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { consoleLanguages } from '../domain/localized.ts'
import { emailAddress, line } from '../domain/shape.ts'
import { type BuiltInRoleKey, builtInRoles } from '../domain/staff/roles.ts'
import { readConfig } from '../server/platform/config.ts'
import { joinDatabase } from '../server/platform/postgres/database.ts'
import { migrate } from '../server/platform/postgres/migrate.ts'
import type { Platform } from '../server/platform/work.ts'
import {
  createFromCommandLine,
  disableTwoFactorFromCommandLine,
  inviteFromCommandLine,
  resetFromCommandLine,
} from '../server/staff/actions/from-command-line.ts'
import type { Command } from './command.ts'
import { commandLog } from './log.ts'

const kinds = ['create', 'reset-link', 'two-factor-off'] as const
const roleKeys = Object.keys(builtInRoles) as [BuiltInRoleKey, ...BuiltInRoleKey[]]

const reset = z.object({ email: emailAddress })
const creation = z.object({
  name: line(100),
  email: emailAddress,
  role: z.enum(roleKeys),
  language: z.enum(consoleLanguages).default('zh-CN'),
  'password-stdin': z.boolean().default(false),
})

/** Lets people in from the command line: the first owner without a browser, or somebody who is locked out. */
export const user: Command = {
  usage: 'user create --name NAME --email MAIL --role ROLE | user reset-link|two-factor-off --email MAIL',
  sentence: `Prints a link (or, with --password-stdin, makes the account). Roles: ${roleKeys.join(', ')}.`,
  accepts: (args) => kinds.some((kind) => kind === args[0]) && optionsOf(args) !== null,
  run: async (args) => {
    const options = optionsOf(args) ?? {}
    await onPlatform((platform, origin) => act(args[0] ?? '', options, platform, origin))
  },
}

async function act(kind: string, options: object, platform: Platform, origin: string): Promise<void> {
  if (kind === 'create') return create(creation.parse(options), platform, origin)
  const { email } = reset.parse(options)
  if (kind === 'reset-link') {
    const { link, expiresAt } = await resetFromCommandLine(platform, email, origin)
    console.log(`${link}\nIt works once, until ${expiresAt}.`)
  } else {
    await disableTwoFactorFromCommandLine(platform, email)
    console.log(`Two-factor is off for ${email}.`)
  }
}

async function create(wanted: z.infer<typeof creation>, platform: Platform, origin: string): Promise<void> {
  if (wanted['password-stdin']) {
    const typed = (await text(process.stdin)).replace(/\r?\n$/, '')
    if (typed.length < 10 || typed.length > 200) {
      throw new Error('The password must be 10 to 200 characters long.')
    }
    await createFromCommandLine(platform, wanted, typed)
    console.log(`${wanted.email} can sign in at ${origin}.`)
  } else {
    const { link, expiresAt } = await inviteFromCommandLine(platform, wanted, origin)
    console.log(`${link}\nIt works once, until ${expiresAt}.`)
  }
}

/** The options as they were typed; null when they make no sense. */
function optionsOf(args: string[]): object | null {
  const options = {
    name: { type: 'string' },
    email: { type: 'string' },
    role: { type: 'string' },
    language: { type: 'string' },
    'password-stdin': { type: 'boolean' },
  } as const
  try {
    const { values } = parseArgs({ args: args.slice(1), options, strict: true })
    const shape: z.ZodType = args[0] === 'create' ? creation : reset
    return shape.safeParse(values).success ? values : null
  } catch {
    return null
  }
}

async function onPlatform(run: (platform: Platform, origin: string) => Promise<void>): Promise<void> {
  const config = readConfig(process.env)
  const database = await joinDatabase(config, commandLog)
  try {
    await migrate(database, commandLog)
    const { kysely, pool } = database
    const now = () => new Date()
    await run(
      { config, log: commandLog, kysely, pool, bus: silence, processId: 'cli', now },
      config.publicUrl ?? `http://localhost:${config.port}`,
    )
  } finally {
    await database.close()
  }
}

/** The running server looks at the log by itself within a moment. */
const silence: Platform['bus'] = {
  poke: () => {},
  tell: () => {},
  onPoke: () => () => {},
  onMessage: () => () => {},
  close: async () => {},
}
