import { commands } from './commands.ts'

/** `npm run cli -- COMMAND …`: runs one command; a fault is a sentence on stderr and exit code 1, wrong usage 2. */
const [name = '', ...args] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : undefined

if (!command?.accepts(args)) {
  const lines = Object.values(commands).map(({ usage, sentence }) => `  ${usage.padEnd(16)} ${sentence}`)
  const problem = name === '' ? '' : `There is no command "${[name, ...args].join(' ')}".\n`
  console.error(`${problem}Usage: npm run cli -- COMMAND\n${lines.join('\n')}`)
  process.exitCode = 2
} else {
  try {
    await command.run(args)
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}
