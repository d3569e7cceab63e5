import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Fault } from './fault.ts'

/** What a tool wrote, both streams in one text, and the code it ended with. */
export type Outcome = { code: number; output: string }

/** Our own copy of the tools: a planted tree has no `node_modules`. */
const tools = join(import.meta.dirname, '../../node_modules/.bin')

/** Runs one of the tools in `node_modules/.bin` in the folder `root` and waits for its end. */
export function runTool(root: string, name: string, args: string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const environment = { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' }
    const child = spawn(join(tools, name), args, { cwd: root, env: environment })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** A tool that failed without saying anything we could read is a fault all the same. */
export function unlessSilent(faults: Fault[], outcome: Outcome, name: string): Fault[] {
  if (faults.length > 0 || outcome.code === 0) return faults
  return [{ message: `${name} ended with code ${outcome.code}: ${outcome.output.trim().slice(0, 2000)}` }]
}
