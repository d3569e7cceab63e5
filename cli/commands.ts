import { backup } from './backup.ts'
import type { Command } from './command.ts'
import { config } from './config.ts'
import { restore } from './restore.ts'
import { user } from './user.ts'

/** Every command by its first word. */
export const commands: Record<string, Command> = { config, backup, restore, user }
