import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { staffRoutes } from '../server/staff/routes.ts'
import { openBrowser } from '../test/support/browser.ts'
import { testCluster } from '../test/support/cluster.ts'
import { addressOf, openStaffApp, password, type StaffApp } from '../test/support/staff-app.ts'
import { makeDataDir, removeDataDir } from '../test/support/throw-away.ts'

// Each command is a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 90_000 })

let desk: StaffApp
let env: NodeJS.ProcessEnv
const dataDir = makeDataDir()
beforeAll(async () => {
  const secret = 'a secret of thirty-two characters'
  desk = await openStaffApp([staffRoutes], { secret })
  const { rows } = await desk.platform.pool.query('select current_database() as name')
  const { user, password: word, host, port } = await testCluster()
  const place = `host=${encodeURIComponent(host)}&port=${port}`
  env = {
    PATH: process.env.PATH,
    DATA_DIR: dataDir,
    SECRET: secret,
    PUBLIC_URL: 'https://help.willow.example',
    DATABASE_URL: `postgres://${user}:${encodeURIComponent(word)}@localhost/${rows[0].name}?${place}`,
  }
})
afterAll(async () => {
  await desk.close()
  await removeDataDir(dataDir)
})

function cli(args: string, input = '') {
  const command = join(import.meta.dirname, 'main.ts')
  return spawnSync(process.execPath, [command, 'user', ...args.split(' ')], { env, input, encoding: 'utf8' })
}

const signIn = async (name: string, word: string) => {
  const browser = openBrowser(desk.app)
  await browser.client.staff.signIn({ body: { email: addressOf(name), password: word } })
  return browser
}

test('user create prints a link with which the person gets in', async () => {
  const made = cli(`create --name Lin --email ${addressOf('Lin')} --role owner`)
  expect(made.stderr).toBe('')
  const token = made.stdout.match(/^https:\/\/help\.willow\.example\/invite#token=(\S+)/)?.[1] ?? ''
  const { client } = openBrowser(desk.app)
  await client.staff.acceptInvitation({ body: { token, name: 'Lin', password, language: 'en' } })
  expect((await client.staff.getMe()).grants[0]?.permissions).toContain('installation.manage')
})

test('user create --password-stdin makes the account, and does not take a short password', async () => {
  const person = `create --name Mei --email ${addressOf('Mei')} --role agent --password-stdin`
  const short = cli(person, 'short\n')
  expect(short).toMatchObject({ status: 1, stderr: 'The password must be 10 to 200 characters long.\n' })
  expect(cli(person, `${password}\n`)).toMatchObject({ status: 0, stderr: '' })
  await signIn('Mei', password)
  const again = cli(person, `${password}\n`)
  expect(again).toMatchObject({ status: 1 })
  expect(again.stderr).toContain('Somebody with this e-mail address is here already.')
})

test('user reset-link prints a link that sets a new password', async () => {
  const made = cli(`reset-link --email ${addressOf('Mei')}`)
  const token = made.stdout.match(/reset#token=(\S+)/)?.[1] ?? ''
  const { client } = openBrowser(desk.app)
  await client.staff.resetPassword({ body: { token, password: 'a new long password' } })
  await signIn('Mei', 'a new long password')
})

test('a role that does not exist shows how it is written', () => {
  const wrong = cli(`create --name Yu --email ${addressOf('Yu')} --role king`)
  expect(wrong.status).toBe(2)
  expect(wrong.stderr).toContain('duty_lead')
})
