import { resolve } from 'node:path'
import { readConfig } from '../server/platform/config.ts'
import { openDatabase } from '../server/platform/postgres/database.ts'
import { restoreBackup } from '../server/platform/postgres/restore.ts'
import type { Command } from './command.ts'
import { commandLog } from './log.ts'

/** Restores a backup into a new DATA_DIR or an empty database; nothing is ever overwritten. */
export const restore: Command = {
  usage: 'restore FILE',
  sentence: 'Restores a backup into a new DATA_DIR or an empty database; the server must not run.',
  accepts: (args) => args.length === 1,
  run: async ([file = '']) => {
    const settings = readConfig(process.env)
    const database = await openDatabase(settings, commandLog)
    try {
      const { tables, rows, files } = await restoreBackup(
        database,
        settings.dataDir,
        resolve(file),
        commandLog,
      )
      console.log(`Restored ${rows} rows of ${tables} tables and ${files} files. Start Shopdesk now.`)
    } finally {
      await database.close()
    }
  },
}
