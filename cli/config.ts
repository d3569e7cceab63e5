import { describeConfig, readConfig } from '../server/platform/config.ts'
import type { Command } from './command.ts'

/** Shows every setting with its sentence, then all mistakes if there are any. */
export const config: Command = {
  usage: 'config print',
  sentence: 'Shows every setting, where it comes from, and what is wrong with it.',
  accepts: (args) => args.length === 1 && args[0] === 'print',
  run: async () => {
    console.log(describeConfig(process.env))
    // A given secret, so that looking at the configuration makes no file; one that is set is checked.
    readConfig({ ...process.env, SECRET: process.env.SECRET?.trim() || '-'.repeat(32) })
  },
}
