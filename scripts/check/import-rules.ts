import type { TermGraph } from './terms.ts'

/** A rule in dependency-cruiser's own form: what `from` may not import. */
export type ImportRule = {
  name: string
  severity: 'error'
  comment: string
  from: Restriction
  to: Restriction & { circular?: boolean; couldNotResolve?: boolean }
}
type Restriction = {
  path?: string
  pathNot?: string | string[]
  dependencyTypes?: string[]
  dependencyTypesNot?: string[]
}

/** Tests may import anything. */
const tests = '\\.test\\.tsx?$'

/** `role('store')` matches `server/<term>/store.ts` and the files of `server/<term>/store/`. */
const role = (names: string, term = '[^/]+') => `^server/${term}/(${names})(\\.ts$|/)`

/** Folders of the server that are no term, or that may read across terms. */
const noTerm = '(platform|view|metric)'
const packages = (names: readonly string[]) => `(^|node_modules/)(${names.join('|')})(/|$)`
const npm = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown']

/**
 * The house's import rules as dependency-cruiser reads them.
 *
 * @param terms the declared graph of `server/terms.ts`
 * @param purePackages packages that `domain/` may import
 */
export function importRules(terms: TermGraph, purePackages: readonly string[]): ImportRule[] {
  return [
    ...everywhere(),
    ...domain(purePackages),
    ...clients(),
    ...platform(),
    ...insideTerm(),
    ...betweenTerms(terms),
  ]
}

function rule(name: string, comment: string, from: ImportRule['from'], to: ImportRule['to']): ImportRule {
  return { name, severity: 'error', comment, from: { ...from, pathNot: exempt(from.pathNot) }, to }
}

function exempt(pathNot: string | string[] | undefined): string[] {
  return [tests, ...(pathNot === undefined ? [] : [pathNot].flat())]
}

function everywhere(): ImportRule[] {
  return [
    rule(
      'no-cycles',
      'Files import each other in a circle: move what both need into a third file.',
      {},
      { circular: true },
    ),
    rule(
      'resolvable',
      'This import leads nowhere, so no rule can be held to it.',
      {},
      { couldNotResolve: true },
    ),
    rule(
      'no-tests-in-the-product',
      'The product imports nothing from tests, benches and scripts.',
      { pathNot: '^(test|bench|scripts)/' },
      { path: `^(test|bench|scripts)/|${tests}` },
    ),
    rule(
      'no-barrels',
      'No index.ts that gathers exports: import from the file that defines the thing.',
      {},
      { path: '(^|/)index\\.tsx?$', pathNot: 'node_modules' },
    ),
  ]
}

function domain(purePackages: readonly string[]): ImportRule[] {
  const from = { path: '^domain/' }
  const comment = 'domain/ imports only domain/, and the packages that docs/dependencies.md marks for it.'
  return [
    rule('domain-stands-alone', comment, from, {
      pathNot: ['^domain/', packages(purePackages)],
      dependencyTypesNot: ['core'],
    }),
    rule('domain-is-pure', 'domain/ imports no part of Node: take what you need as an argument.', from, {
      dependencyTypes: ['core'],
    }),
  ]
}

function clients(): ImportRule[] {
  const node = { dependencyTypes: ['core'] }
  return [
    rule(
      'console-knows-domain',
      'console/ imports domain/ and itself.',
      { path: '^console/' },
      ours('console|domain'),
    ),
    rule('console-in-a-browser', 'console/ runs in a browser: no part of Node.', { path: '^console/' }, node),
    rule(
      'cli-knows-domain',
      'cli/ imports domain/, server/platform/, actions of terms, and itself.',
      { path: '^cli/' },
      {
        ...ours('cli|domain'),
        pathNot: ['^(cli|domain)/', '^server/platform/', role('actions'), 'node_modules'],
      },
    ),
    rule(
      'widget-knows-domain',
      'widget/ imports domain/ and itself.',
      { path: '^widget/' },
      ours('widget|domain'),
    ),
    rule('widget-in-a-browser', 'widget/ runs in a browser: no part of Node.', { path: '^widget/' }, node),
    rule(
      'widget-takes-types-only',
      'From domain/ the widget takes types only (import type).',
      { path: '^widget/' },
      {
        path: '^domain/',
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule(
      'widget-stays-small',
      'The widget uses Preact and partysocket, nothing else.',
      { path: '^widget/' },
      {
        pathNot: packages(['preact', 'partysocket', 'vite']),
        dependencyTypes: npm,
      },
    ),
  ]
}

/** Every folder of ours but the named ones, and no folder of a package. */
function ours(folders: string): ImportRule['to'] {
  return {
    path: '^(domain|server|console|widget|cli|db|bench|test|scripts)/',
    pathNot: [`^(${folders})/`, 'node_modules'],
  }
}

function platform(): ImportRule[] {
  return [
    rule(
      'platform-knows-no-term',
      'server/platform imports no term.',
      { path: '^server/platform/' },
      {
        path: '^server/',
        pathNot: '^server/platform/',
      },
    ),
    rule(
      'server-knows-no-screen',
      'server/ imports no screen and no command.',
      { path: '^server/' },
      {
        path: '^(console|widget|cli)/',
      },
    ),
  ]
}

function insideTerm(): ImportRule[] {
  return [
    rule(
      'edges-call-actions',
      'routes, jobs and readers call actions and access, never a store.',
      {
        path: role('routes|jobs|readers'),
        pathNot: '^server/(view|metric)/',
      },
      { path: role('store') },
    ),
    rule(
      'actions-know-no-edge',
      'actions and access know no route, job or reader.',
      { path: role('actions|access') },
      {
        path: role('routes|jobs|readers'),
        pathNot: '^server/platform/',
      },
    ),
    rule(
      'access-decides-alone',
      'access imports stores, never actions.',
      { path: role('access') },
      { path: role('actions') },
    ),
    rule(
      'store-is-sql',
      'store imports server/platform, domain/, db/types.ts and its own store files only.',
      {
        path: role('store'),
      },
      { path: '^server/', pathNot: ['^server/platform/', role('store')] },
    ),
    rule(
      'wiring-uses-actions',
      'main, reactions and schedule call actions and readers, never a store.',
      {
        path: '^server/[^/]+\\.ts$',
      },
      { path: role('store') },
    ),
    rule(
      'view-writes-nothing',
      'view/ and metric/ read: they import no action of a term.',
      {
        path: '^server/(view|metric)/',
      },
      { path: role('actions|routes|jobs|readers'), pathNot: '^server/(platform|view|metric)/' },
    ),
  ]
}

function betweenTerms(terms: TermGraph): ImportRule[] {
  const crossing = rule(
    'other-terms-by-their-door',
    'Of another term import only its actions and access (or a view, where declared); what runs against the graph is a reaction.',
    { path: '^server/([^/]+)/', pathNot: `^server/${noTerm}/` },
    {
      path: '^server/[^/]+/',
      pathNot: ['^server/$1/', '^server/(platform|view)/', role('actions|access')],
    },
  )
  const upward = rule(
    'terms-know-no-wiring',
    'A term does not import main.ts, reactions.ts or schedule.ts: they import the term.',
    { path: '^server/[^/]+/' },
    { path: '^server/[^/]+\\.ts$' },
  )
  const undeclared = Object.entries(terms).map(([term, uses]) =>
    rule(
      `edges-of-${term}`,
      `server/terms.ts declares no such edge for ${term}: declare it, or turn it into a reaction.`,
      { path: `^server/${term}/` },
      { path: '^server/[^/]+/', pathNot: [term, 'platform', ...uses].map((name) => `^server/${name}/`) },
    ),
  )
  return [crossing, upward, ...undeclared]
}
