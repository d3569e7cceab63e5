import { pino } from 'pino'

/** Warnings and worse go to stderr; what a command has to say goes to stdout. */
export const commandLog = pino({ level: 'warn' }, pino.destination({ fd: 2, sync: true }))
