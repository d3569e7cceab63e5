import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ConfigError, describeConfig, readConfig } from './config.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'shopdesk-config-'))
afterAll(() => rmSync(dataDir, { recursive: true }))
const secret = 's'.repeat(32)

function mistakesOf(env: NodeJS.ProcessEnv): string[] {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes
    throw error
  }
  return []
}

test('without any variable there is a working configuration that trusts no proxy', () => {
  const config = readConfig({ SECRET: secret })
  expect(config).toMatchObject({ port: 3000, databasePool: 16, trustProxy: false, filesMaxBytes: 20_971_520 })
  expect(config).toMatchObject({
    dataDir: join(process.cwd(), 'data'),
    logLevel: 'info',
    databaseUrl: undefined,
  })
})

test('all mistakes are reported at once, each by its variable, and no secret file is made', () => {
  const mistakes = mistakesOf({
    PORT: '80000',
    DATA_DIR: dataDir,
    DATABASE_URL: 'mysql://root:hunter2@db/shop',
    DATABASE_POOL: 'many',
    PUBLIC_URL: 'help.shop.example',
    TRUST_PROXY: '10.0.0.0/99',
    SMTP_URL: 'smtp://mail.shop.example',
    FILES_MAX_BYTES: '20MB',
    LOG_LEVEL: 'loud',
  })
  const named = mistakes.map((mistake) => mistake.split(' ')[0])
  const faulty = [
    'DATABASE_POOL',
    'DATABASE_URL',
    'FILES_MAX_BYTES',
    'LOG_LEVEL',
    'MAIL_FROM',
    'PORT',
    'PUBLIC_URL',
  ]
  expect(named.sort()).toEqual([...faulty, 'TRUST_PROXY'])
  expect(mistakes.join()).not.toContain('hunter2')
  expect(existsSync(join(dataDir, 'secret'))).toBe(false)
})

test.each([
  ['none', false],
  ['0', false],
  ['2', 2],
  ['10.0.0.0/8, ::1', ['10.0.0.0/8', '::1']],
])('TRUST_PROXY=%s', (text, expected) => {
  expect(readConfig({ SECRET: secret, TRUST_PROXY: text }).trustProxy).toEqual(expected)
})

test('an empty variable counts as unset, and the public address loses its slash', () => {
  const config = readConfig({ SECRET: secret, PORT: ' ', PUBLIC_URL: 'https://help.shop.example/' })
  expect(config).toMatchObject({ port: 3000, publicUrl: 'https://help.shop.example' })
})

test('the secret is made once, kept for the owner only, and never shown', () => {
  const first = readConfig({ DATA_DIR: dataDir }).secret
  expect(first).toMatch(/^[0-9a-f]{64}$/)
  expect(readConfig({ DATA_DIR: dataDir }).secret).toBe(first)
  expect(readFileSync(join(dataDir, 'secret'), 'utf8').trim()).toBe(first)
  expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600)
  const shown = describeConfig({ SECRET: secret, DATABASE_URL: 'postgres://desk:hunter2@db/shop' })
  expect(shown).not.toContain(secret)
  expect(shown).toContain('postgres://desk:***@db/shop')
})

test('mail needs a public address, because its links lead there', () => {
  const mail = { DATA_DIR: dataDir, SMTP_URL: 'smtp://mail.shop.example', MAIL_FROM: 'help@shop.example' }
  expect(mistakesOf(mail).map((mistake) => mistake.split(' ')[0])).toEqual(['PUBLIC_URL'])
})
