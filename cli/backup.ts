import { resolve } from 'node:path'
import { readConfig } from '../server/platform/config.ts'
import { writeBackup } from '../server/platform/postgres/backup.ts'
import { joinDatabase } from '../server/platform/postgres/database.ts'
import type { Command } from './command.ts'
import { commandLog } from './log.ts'

/** Backs up database, files and kept secret into one file, also while the server runs. */
export const backup: Command = {
  usage: 'backup FILE',
  sentence: 'Writes database, files and kept secret into one new file; the server may run on.',
  accepts: (args) => args.length === 1,
  run: async ([file = '']) => {
    const settings = readConfig(process.env)
    const database = await joinDatabase(settings, commandLog)
    try {
      const { tables, rows, files } = await writeBackup(database, settings.dataDir, resolve(file))
      console.log(
        `Wrote ${file}: ${rows} rows of ${tables} tables, ${files} files. It holds secrets: keep it safe.`,
      )
    } finally {
      await database.close()
    }
  },
}
