import { type ESTree, parseSync } from 'vite'
import { allowedNames } from './exceptions.ts'
import type { Fault } from './fault.ts'
import { glossaryTerms, holds, type Term, wordsOf } from './glossary.ts'
import { lineAt, projectFiles, textOf } from './tree.ts'

/** A name that others see: an export, a file, an endpoint's path, a table or a column. */
export type Name = { name: string; kind: string; file: string; line?: number }

const ours = /^(domain|server|console|widget|cli|db|bench)\//
const emptyNames = /^(utils?|helpers?|managers?|services?|misc|common|stuff|lib)$/

/**
 * Reads exported names, files and folders, endpoint paths, tables and columns against
 * `docs/glossary.md`, and refuses the synonyms that it bans.
 *
 * @param allowed names that may stay although they hold a banned word -> reason
 */
export function nameFaults(root: string, allowed: Record<string, string> = allowedNames): Fault[] {
  const terms = glossaryTerms(root)
  const names = publicNames(root)
  return [
    ...incompleteTerms(terms),
    ...staleExceptions(names, terms, allowed),
    ...names.flatMap((name) => bannedFaults(name, terms, allowed)),
    ...names
      .filter((name) => name.kind === 'file' && wordsOf(name.name).some((word) => emptyNames.test(word)))
      .map(({ file, name }) => ({ file, message: `${name} does not say what is inside: name the thing` })),
  ]
}

function incompleteTerms(terms: Term[]): Fault[] {
  return terms
    .filter((term) => !term.english || !term.chinese || term.meaning.length < 10)
    .map(({ english, line }) => ({
      file: 'docs/glossary.md',
      line,
      message: `${english}: both words and a meaning`,
    }))
}

function staleExceptions(names: Name[], terms: Term[], allowed: Record<string, string>): Fault[] {
  const suspicious = names.filter(({ name }) =>
    terms.some((term) => term.banned.some((word) => holds(name, word))),
  )
  return Object.keys(allowed)
    .filter((exception) => !suspicious.some(({ name }) => without(spaced(name), exception) !== spaced(name)))
    .map((exception) => ({
      message: `${exception} is allowed in scripts/check/exceptions.ts, and nothing needs it`,
    }))
}

function bannedFaults(found: Name, terms: Term[], allowed: Record<string, string>): Fault[] {
  const left = Object.keys(allowed).reduce((name, exception) => without(name, exception), spaced(found.name))
  return terms.flatMap((term) => {
    const word = term.banned.find((banned) => holds(left, banned))
    if (!word) return []
    const { file, line, kind, name } = found
    return [
      {
        file,
        line,
        message: `${kind} ${name} says "${word}": the house says "${term.english}" (docs/glossary.md)`,
      },
    ]
  })
}

const spaced = (name: string) => wordsOf(name).join(' ')

function without(name: string, exception: string): string {
  return ` ${name} `.replaceAll(` ${spaced(exception)} `, ' ').trim()
}

/** Every public name of the product, with the place where it stands. */
export function publicNames(root: string): Name[] {
  const files = projectFiles(root).filter((path) => ours.test(path))
  return files.flatMap((file) => {
    const names: Name[] = file
      .split('/')
      .map((part) => ({ name: part.replace(/\.[a-z]+$/, ''), kind: 'file', file }))
    if (/\.sql$/.test(file)) names.push(...sqlNames(file, textOf(root, file)))
    if (/\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
      names.push(...sourceNames(file, textOf(root, file)))
    return names
  })
}

function sqlNames(file: string, text: string): Name[] {
  const names: Name[] = []
  for (const table of text.matchAll(
    /create\s+(?:table|view|index|type)\s+(?:if not exists\s+)?"?([\w.]+)"?/gi,
  ))
    names.push({ name: table[1] ?? '', kind: 'table', file, line: lineAt(text, table.index) })
  const columnType =
    /^\s*(?:add column\s+)?"?([a-z_]\w*)"?\s+(?:bigint|int|integer|smallint|text|jsonb?|bool|boolean|timestamptz|date|uuid|bytea|numeric|real|double|interval|tsvector|inet|citext|varchar)\b/gim
  for (const column of text.matchAll(columnType))
    names.push({ name: column[1] ?? '', kind: 'column', file, line: lineAt(text, column.index) })
  return names
}

function sourceNames(file: string, text: string): Name[] {
  const { program } = parseSync(file, text)
  const exported = program.body.flatMap((statement) =>
    exportedNames(statement).map(({ name, start }) => ({
      name,
      kind: 'export',
      file,
      line: lineAt(text, start),
    })),
  )
  const paths = [...text.matchAll(/\bpath:\s*['"`](\/[^'"`]*)['"`]/g)].map((match) => ({
    name: match[1] ?? '',
    kind: 'endpoint',
    file,
    line: lineAt(text, match.index),
  }))
  return [...exported, ...paths]
}

function exportedNames(statement: ESTree.Node): { name: string; start: number }[] {
  if (statement.type !== 'ExportNamedDeclaration') return []
  const specifiers = statement.source ? [] : statement.specifiers
  const listed = specifiers.flatMap(({ exported }) =>
    exported.type === 'Identifier' ? [{ name: exported.name, start: exported.start }] : [],
  )
  const declaration = statement.declaration
  if (!declaration) return listed
  if (declaration.type === 'VariableDeclaration')
    return declaration.declarations.flatMap(({ id }) =>
      id.type === 'Identifier' ? [{ name: id.name, start: id.start }] : [],
    )
  const id = 'id' in declaration ? declaration.id : null
  return id && id.type === 'Identifier' ? [{ name: id.name, start: id.start }] : []
}
