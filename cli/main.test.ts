import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '../server/platform/postgres/migrate.ts'
import { type OwnCluster, ownCluster } from '../test/support/cluster.ts'
import { silent } from '../test/support/throw-away.ts'

let shop: OwnCluster
let fresh: OwnCluster
beforeAll(() => {
  shop = ownCluster()
  fresh = ownCluster()
})
afterAll(async () => {
  await shop.remove()
  await fresh.remove()
})

function cli(args: string[], env: NodeJS.ProcessEnv = {}) {
  const path = { PATH: process.env.PATH }
  return spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], {
    env: { ...path, ...env },
    encoding: 'utf8',
  })
}

test('an unknown command shows how the known ones are written', () => {
  const wrong = cli(['bakcup', 'x'])
  expect(wrong.status).toBe(2)
  expect(wrong.stderr).toContain('There is no command "bakcup x".')
  expect(wrong.stderr).toContain('backup FILE')
})

test('config print shows each setting and every mistake, and makes no file', () => {
  const good = cli(['config', 'print'], { DATA_DIR: fresh.config.dataDir, PORT: '8080' })
  expect(good.status).toBe(0)
  expect(good.stdout).toContain('PORT=8080\n')
  expect(existsSync(join(fresh.config.dataDir, 'secret'))).toBe(false)
  const bad = cli(['config', 'print'], { PORT: 'x', LOG_LEVEL: 'y' })
  expect(bad.status).toBe(1)
  expect(bad.stderr).toContain('- PORT must be')
  expect(bad.stderr).toContain('- LOG_LEVEL must be')
})

test('a backup taken while the server runs is restored into a new folder, and never over an old one', async () => {
  const database = await shop.open()
  const file = join(shop.config.dataDir, 'backup.tar.gz')
  try {
    await migrate(database, silent)
    await database.pool.query(`insert into rate_window values ('催付', now(), 3)`)
    const made = cli(['backup', file], { DATA_DIR: shop.config.dataDir })
    expect(made.stderr).toBe('')
    expect(made.status).toBe(0)
    const refused = cli(['restore', file], { DATA_DIR: shop.config.dataDir })
    expect(refused).toMatchObject({ status: 1, stdout: '' })
    expect(refused.stderr).toContain('Another Shopdesk')
  } finally {
    await database.close()
  }
  const restored = cli(['restore', file], { DATA_DIR: fresh.config.dataDir })
  expect(restored.stderr).toBe('')
  const copy = await fresh.open()
  expect((await copy.pool.query('select key, used from rate_window')).rows).toEqual([
    { key: '催付', used: 3 },
  ])
  expect((await copy.pool.query('select epoch from log_epoch')).rows).toEqual([{ epoch: 2 }])
  await copy.close()
  const again = cli(['restore', file], { DATA_DIR: fresh.config.dataDir })
  expect(again.stderr).toContain('The database is not empty.')
})
