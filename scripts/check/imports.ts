import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { parseSync } from 'vite'
import { documentedDependencies } from './dependencies.ts'
import type { Fault } from './fault.ts'
import { type ImportRule, importRules } from './import-rules.ts'
import { declaredTerms } from './terms.ts'
import { sourceFiles, textOf } from './tree.ts'

const folders = ['domain', 'server', 'console', 'widget', 'cli', 'db', 'bench', 'test', 'scripts']

/**
 * Holds every import to the house's rules. dependency-cruiser answers "no violations" when it can
 * read nothing (TypeScript 7 gives it no parser; `@swc/core` does), so the check also compares what
 * it read with the imports that another parser sees, and refuses a difference.
 */
export async function importFaults(root: string): Promise<Fault[]> {
  const present = folders.filter((folder) => existsSync(join(root, folder)))
  if (present.length === 0) return []
  const sources = sourceFiles(root)
  const rules = await rulesFor(root)
  const comments = new Map(rules.map((rule) => [rule.name, rule.comment]))
  const result = await cruiseTree(root, present, rules)
  const violations = result.summary.violations.map((violation) => ({
    file: violation.from,
    message: `imports ${violation.to} (${violation.rule.name}): ${comments.get(violation.rule.name)}${circle(violation.cycle)}`,
  }))
  return [...barrelFaults(sources), ...violations, ...unreadFaults(root, sources, present, result)]
}

async function rulesFor(root: string): Promise<ImportRule[]> {
  const purePackages = documentedDependencies(root)
    .filter((entry) => entry.where.includes('domain'))
    .map((entry) => entry.name)
  return importRules(await declaredTerms(root), purePackages)
}

async function cruiseTree(root: string, present: string[], rules: ImportRule[]): Promise<ICruiseResult> {
  const options = {
    validate: true,
    ruleSet: { forbidden: rules as never },
    parser: 'swc' as const,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    baseDir: root,
  }
  const resolving = {
    conditionNames: ['import', 'require', 'node', 'default', 'types'],
    exportsFields: ['exports'],
  }
  const answer = await cruise(present, options, resolving)
  return answer.output as ICruiseResult
}

function circle(cycle: { name: string }[] | undefined): string {
  return cycle ? ` ${cycle.map((step) => step.name).join(' -> ')}` : ''
}

function barrelFaults(sources: string[]): Fault[] {
  const barrels = sources.filter((path) => /(^|\/)index\.tsx?$/.test(path))
  return barrels.map((file) => ({ file, message: 'no index.ts: name the file after the thing inside' }))
}

/** Files and imports that dependency-cruiser did not see although they are there. */
function unreadFaults(root: string, sources: string[], present: string[], result: ICruiseResult): Fault[] {
  const read = new Map(
    result.modules.map((module) => [module.source, new Set(module.dependencies.map((d) => d.module))]),
  )
  return sources
    .filter((path) => present.some((folder) => path.startsWith(`${folder}/`)) && !path.endsWith('.d.ts'))
    .flatMap((file) => {
      const seen = read.get(file)
      if (!seen)
        return [{ file, message: 'dependency-cruiser did not read this file: is @swc/core installed?' }]
      const missed = importsOf(file, textOf(root, file)).filter(
        (name) => !seen.has(name) && !seen.has(name.replace(/^node:/, '')),
      )
      return missed.map((name) => ({ file, message: `dependency-cruiser did not see the import of ${name}` }))
    })
}

function importsOf(file: string, text: string): string[] {
  return parseSync(file, text).module.staticImports.map((found) => found.moduleRequest.value)
}
