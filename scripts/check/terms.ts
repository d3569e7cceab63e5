import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Fault } from './fault.ts'

/** Which term's server code may use which other terms: term -> terms it uses. */
export type TermGraph = Record<string, readonly string[]>

const file = 'server/terms.ts'
const withoutTerm = new Set(['platform', 'view', 'metric'])

/** Reads the declared graph from `server/terms.ts`; empty when the file is not there. */
export async function declaredTerms(root: string): Promise<TermGraph> {
  const path = join(root, file)
  if (!existsSync(path)) return {}
  const module = (await import(pathToFileURL(path).href)) as { terms?: TermGraph }
  const entries = Object.entries(module.terms ?? {})
  return Object.fromEntries(entries.map(([term, uses]) => [folderOf(term), uses.map(folderOf)]))
}

/** A term's folder: `cannedReply` and `canned-reply` both live in `canned-reply`. */
function folderOf(term: string): string {
  return term.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** The declared graph names only terms that exist, names every term, and has no cycle. */
export async function termFaults(root: string): Promise<Fault[]> {
  const graph = await declaredTerms(root)
  const known = new Set([...Object.keys(graph), ...withoutTerm])
  const undeclaredUses = Object.entries(graph).flatMap(([term, uses]) =>
    uses
      .filter((used) => !known.has(used))
      .map((used) => ({ file, message: `${term} uses ${used}, which is no term` })),
  )
  const undeclaredFolders = serverFolders(root)
    .filter((folder) => !known.has(folder))
    .map((folder) => ({ file, message: `server/${folder} is not declared: add ${folder}: [...]` }))
  return [...undeclaredUses, ...undeclaredFolders, ...cycleFaults(graph)]
}

function serverFolders(root: string): string[] {
  if (!existsSync(join(root, 'server'))) return []
  const entries = readdirSync(join(root, 'server'), { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
}

function cycleFaults(graph: TermGraph): Fault[] {
  const done = new Set<string>()
  const faults: Fault[] = []
  const visit = (term: string, way: string[]) => {
    if (way.includes(term)) {
      const cycle = [...way.slice(way.indexOf(term)), term].join(' -> ')
      faults.push({
        file,
        message: `the terms go round in a cycle: ${cycle}. Turn one edge into a reaction.`,
      })
      return
    }
    if (done.has(term)) return
    for (const used of graph[term] ?? []) visit(used, [...way, term])
    done.add(term)
  }
  for (const term of Object.keys(graph)) visit(term, [])
  return faults
}
