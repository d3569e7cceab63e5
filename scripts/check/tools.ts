import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { runTool, unlessSilent } from './command.ts'
import type { Fault } from './fault.ts'
import { sourceFiles } from './tree.ts'

/** Biome: format and lint of every file; a warning counts as a fault. */
export async function biomeFaults(root: string): Promise<Fault[]> {
  const args = ['check', '--reporter=github', '--error-on-warnings', '--max-diagnostics=none', '.']
  const outcome = await runTool(root, 'biome', args)
  const faults = [...outcome.output.matchAll(/^::(?:error|warning) (.*?)::(.*)$/gm)].map((match) => ({
    file: relative(root, resolve(root, property(match[1], 'file') ?? '')),
    line: Number(property(match[1], 'line') ?? 1),
    message: biomeMessage(property(match[1], 'title') ?? '', match[2] ?? ''),
  }))
  return unlessSilent(faults, outcome, 'biome')
}

function property(properties: string | undefined, name: string): string | undefined {
  return new RegExp(`${name}=([^,]*)`).exec(properties ?? '')?.[1]
}

function biomeMessage(title: string, text: string): string {
  return title === 'format' ? 'is not formatted: run npm run format' : `${title}: ${text}`
}

/** The TypeScript compiler over the whole program, then over the widget, whose JSX is Preact's. */
export async function typeFaults(root: string): Promise<Fault[]> {
  const sources = sourceFiles(root)
  const projects = ['tsconfig.json', 'widget/tsconfig.json'].filter(
    (path) =>
      existsSync(join(root, path)) &&
      sources.some((source) => source.startsWith(path.replace('tsconfig.json', ''))),
  )
  const found = await Promise.all(projects.map((project) => projectFaults(root, project)))
  return found.flat()
}

async function projectFaults(root: string, project: string): Promise<Fault[]> {
  const outcome = await runTool(root, 'tsc', ['--noEmit', '--pretty', 'false', '-p', project])
  const faults = [...outcome.output.matchAll(/^(.+?)\((\d+),\d+\): (error .*(?:\n[ \t].*)*)/gm)].map(
    (match) => ({
      file: match[1],
      line: Number(match[2]),
      message: match[3] ?? '',
    }),
  )
  return unlessSilent(faults, outcome, `tsc -p ${project}`)
}

type KnipFinding = { name?: string; line?: number }
type KnipIssue = { file: string } & Record<string, KnipFinding[] | string>

/** Knip: files, exports and packages that nothing uses, and packages used without being declared. */
export async function unusedFaults(root: string): Promise<Fault[]> {
  const outcome = await runTool(root, 'knip', ['--reporter', 'json', '--no-progress', '--no-config-hints'])
  const start = outcome.output.indexOf('{"')
  if (start < 0) return unlessSilent([], outcome, 'knip')
  const report = JSON.parse(outcome.output.slice(start)) as { issues: KnipIssue[] }
  return unlessSilent(report.issues.flatMap(issueFaults), outcome, 'knip')
}

function issueFaults(issue: KnipIssue): Fault[] {
  return Object.entries(issue).flatMap(([kind, findings]) => {
    if (!Array.isArray(findings)) return []
    return findings.flat().map((finding) => ({
      file: issue.file,
      line: finding.line,
      message: `unused or undeclared (${kind}): ${finding.name ?? issue.file}`,
    }))
  })
}
