import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { type ConfigVariable, configVariables } from './config-variables.ts'
import { keptSecret } from './kept-secret.ts'

/** Everything an operator can set, read once at the start. */
export interface Config {
  /** TCP port of the web server; 0 takes any free one. */
  port: number
  /** Address the web server listens on. */
  host: string
  /** Absolute path of the folder with files, secret and (by default) the database. */
  dataDir: string
  /** A PostgreSQL of one's own; without it the embedded one in `dataDir` is used. */
  databaseUrl: string | undefined
  /** Most connections this process opens. */
  databasePool: number
  /** Where people reach Shopdesk, without a slash at the end. */
  publicUrl: string | undefined
  /** Whom to believe about `X-Forwarded-*`: nobody, so many hops, or these addresses and networks. */
  trustProxy: false | number | string[]
  smtpUrl: string | undefined
  mailFrom: string | undefined
  /** Largest file that anyone may upload, in bytes. */
  filesMaxBytes: number
  /** Whether a start builds console and widget when they are older than their source. */
  buildScreens: boolean
  logLevel: LogLevel
  /** Signs tokens; at least 32 characters. */
  secret: string
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** The environment does not make sense; `mistakes` holds a sentence for each fault, all of them. */
export class ConfigError extends Error {
  override name = 'ConfigError'
  readonly code = 'config_invalid'
  readonly mistakes: string[]

  constructor(mistakes: string[]) {
    super(`The configuration has ${mistakes.length} mistake(s):\n${mistakes.map((m) => `- ${m}`).join('\n')}`)
    this.mistakes = mistakes
  }
}

/**
 * Reads the configuration from the environment. An empty variable counts as unset. Creates and keeps
 * `DATA_DIR/secret` when `SECRET` is unset. Throws `ConfigError` with all mistakes at once.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const mistakes: string[] = []
  const text = (name: ConfigVariable) => env[name]?.trim() || configVariables[name].fallback
  const reject = (name: ConfigVariable, expected: string) => {
    mistakes.push(`${name} must be ${expected}; it is ${shown(name, text(name))}.`)
  }

  const integer = (name: ConfigVariable, least: number, most: number): number => {
    const value = text(name) ?? ''
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN
    if (!(number >= least && number <= most)) reject(name, `a whole number from ${least} to ${most}`)
    return number
  }

  const url = (name: ConfigVariable, schemes: string[]): string | undefined => {
    const value = text(name)
    const accepted = value === undefined || (URL.canParse(value) && schemes.includes(new URL(value).protocol))
    if (!accepted) reject(name, `an address that starts with ${schemes.map((s) => `${s}//`).join(' or ')}`)
    return value
  }

  const trustProxy = (): Config['trustProxy'] => {
    const value = text('TRUST_PROXY')
    if (value === undefined || value === 'none') return false
    if (/^\d{1,2}$/.test(value)) return Number(value) || false
    const networks = value.split(',').map((part) => part.trim())
    if (!networks.every(isNetwork)) {
      reject(
        'TRUST_PROXY',
        'none, a number of hops, or addresses and networks (10.0.0.0/8) with commas between',
      )
    }
    return networks
  }

  const logLevel = (): LogLevel => {
    const level = logLevels.find((name) => name === text('LOG_LEVEL'))
    if (!level) reject('LOG_LEVEL', `one of ${logLevels.join(', ')}`)
    return level ?? 'info'
  }

  const yesOrNo = (name: ConfigVariable): boolean => {
    const value = text(name)
    if (value !== 'yes' && value !== 'no') reject(name, 'yes or no')
    return value === 'yes'
  }

  const config = {
    port: integer('PORT', 0, 65_535),
    host: text('HOST') ?? '',
    dataDir: resolve(text('DATA_DIR') ?? ''),
    databaseUrl: url('DATABASE_URL', ['postgres:', 'postgresql:']),
    databasePool: integer('DATABASE_POOL', 2, 1000),
    publicUrl: url('PUBLIC_URL', ['https:', 'http:'])?.replace(/\/+$/, ''),
    trustProxy: trustProxy(),
    smtpUrl: url('SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: text('MAIL_FROM'),
    filesMaxBytes: integer('FILES_MAX_BYTES', 1, 2 ** 40),
    buildScreens: yesOrNo('BUILD_SCREENS'),
    logLevel: logLevel(),
    secret: text('SECRET'),
  }
  if (config.mailFrom !== undefined && !/^[^\n]*[^\s@]+@[^\s@]+$/.test(config.mailFrom)) {
    reject('MAIL_FROM', 'a mail address such as "Shop <help@shop.example>"')
  }
  if (config.smtpUrl && !config.mailFrom) {
    mistakes.push('MAIL_FROM must be set when SMTP_URL is: it is the sender of every mail.')
  }
  if (config.smtpUrl && !config.publicUrl) {
    mistakes.push(
      'PUBLIC_URL must be set when SMTP_URL is: mails carry links, and no request says where they lead.',
    )
  }
  if (config.secret && config.secret.length < 32) reject('SECRET', 'at least 32 characters long')
  if (mistakes.length > 0) throw new ConfigError(mistakes)

  return { ...config, secret: config.secret ?? keptSecret(join(config.dataDir, 'secret')) }
}

/**
 * One line for each variable, as `cli config print` shows them: its value, whether it was set or is the
 * default, and its sentence. Passwords and secrets appear as `***`. Reads only, refuses nothing.
 */
export function describeConfig(env: NodeJS.ProcessEnv): string {
  const names = Object.keys(configVariables) as ConfigVariable[]
  return names
    .map((name) => {
      const set = env[name]?.trim()
      const value = shown(name, set || configVariables[name].fallback)
      return `${name}=${value}${set ? '' : '  (default)'}\n    ${configVariables[name].sentence}`
    })
    .join('\n')
}

function shown(name: ConfigVariable, value: string | undefined): string {
  if (value === undefined) return ''
  if (configVariables[name].secret === 'all') return '***'
  if (configVariables[name].secret !== 'password') return value
  return value.replace(/(\/\/[^/@:]*):.*@/, '$1:***@').replace(/([?&]password=)[^&]*/gi, '$1***')
}

function isNetwork(value: string): boolean {
  const [address = '', bits, ...rest] = value.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}
