import { type ESTree, parseSync, Visitor } from 'vite'
import type { Fault } from './fault.ts'
import { isTest, lineAt, sourceFiles, textOf } from './tree.ts'

/** Names that only a browser, Node or a network has: the domain runs in all of them, so it uses none. */
const worldly = new Set([
  'window',
  'document',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'fetch',
  'process',
  'Buffer',
  'require',
  'global',
  'globalThis',
  'self',
  'crypto',
  'performance',
  'console',
  'alert',
  'WebSocket',
  'XMLHttpRequest',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'requestAnimationFrame',
])
const impureMembers = new Set(['Date.now', 'Math.random', 'Temporal.Now'])

/** `domain/` is a function of its arguments: no clock, no chance, no browser, no process. */
export function purityFaults(root: string): Fault[] {
  return sourceFiles(root)
    .filter((path) => path.startsWith('domain/') && !isTest(path))
    .flatMap((file) => fileFaults(file, textOf(root, file)))
}

function fileFaults(file: string, text: string): Fault[] {
  const own = new Set<string>()
  const namesOfMembers = new Set<number>()
  const uses: { name: string; start: number }[] = []
  const member = (node: { computed?: boolean; key: ESTree.Node }) => {
    if (!node.computed) namesOfMembers.add(node.key.start)
  }
  const bind = (node: { params: readonly ESTree.Node[] }) => {
    for (const parameter of node.params) addNames(parameter, own)
  }
  const visitor = new Visitor({
    MemberExpression(node) {
      if (!node.computed) namesOfMembers.add(node.property.start)
      const name = text.slice(node.start, node.end)
      if (impureMembers.has(name)) uses.push({ name, start: node.start })
    },
    NewExpression(node) {
      if (isDate(node.callee) && node.arguments.length === 0)
        uses.push({ name: 'new Date()', start: node.start })
    },
    CallExpression(node) {
      if (isDate(node.callee)) uses.push({ name: 'Date()', start: node.start })
    },
    Property(node) {
      if (!node.shorthand) member(node)
    },
    TSPropertySignature: member,
    TSMethodSignature: member,
    PropertyDefinition: member,
    MethodDefinition: member,
    ImportSpecifier(node) {
      namesOfMembers.add(node.imported.start)
      own.add(node.local.name)
    },
    ExportSpecifier(node) {
      namesOfMembers.add(node.exported.start)
    },
    VariableDeclarator: (node) => addNames(node.id, own),
    FunctionDeclaration(node) {
      if (node.id) own.add(node.id.name)
      bind(node)
    },
    FunctionExpression: bind,
    ArrowFunctionExpression: bind,
    TSFunctionType: bind,
    Identifier(node) {
      if (worldly.has(node.name)) uses.push({ name: node.name, start: node.start })
    },
  })
  visitor.visit(parseSync(file, text).program)
  return uses
    .filter((use) => !namesOfMembers.has(use.start) && !own.has(use.name))
    .map((use) => ({
      file,
      line: lineAt(text, use.start),
      message: `${use.name} in domain/: time, chance and the world come in as arguments`,
    }))
}

function isDate(node: ESTree.Node): boolean {
  return node.type === 'Identifier' && node.name === 'Date'
}

/** Names that a pattern binds; those hide the global of the same name in this file. */
function addNames(pattern: ESTree.Node, own: Set<string>): void {
  if (pattern.type === 'Identifier') own.add(pattern.name)
  if (pattern.type === 'AssignmentPattern') addNames(pattern.left, own)
  if (pattern.type === 'RestElement') addNames(pattern.argument, own)
  if (pattern.type === 'ArrayPattern') for (const item of pattern.elements) if (item) addNames(item, own)
  if (pattern.type === 'ObjectPattern')
    for (const property of pattern.properties)
      addNames(property.type === 'Property' ? property.value : property, own)
}
