import type { Fault } from './fault.ts'
import { lineAt, projectFiles, textOf } from './tree.ts'

const binary = /\.(png|jpe?g|gif|webp|ico|woff2?|ttf|otf|pdf|xlsx|zip|gz|tar|mp3|wav|ogg|bin|ftz|wasm)$/i

/** Folders of somebody's own machine. A leading quote, space or bracket tells them from URL paths. */
const machinePath =
  /(?<=^|[\s'"`(=])(\/(work|home\/\w+|Users\/\w+|root|mnt\/\w+|private\/var)\/[\w.@-]+|[A-Z]:\\Users\\)/gm
const registry = /"resolved":\s*"(?!https:\/\/registry\.npmjs\.org\/)([^"]*)"/g
const registryConfig = /^\s*(?:@[\w-]+:)?registry\s*=\s*(?!https:\/\/registry\.npmjs\.org\/?\s*$)(\S+)/gm

/** No text names a folder of the machine it was written on, or a private package registry. */
export function placeFaults(root: string): Fault[] {
  return projectFiles(root)
    .filter((path) => !binary.test(path))
    .flatMap((file) => {
      const text = textOf(root, file)
      return [
        ...found(file, text, machinePath, 'is a path of one machine'),
        ...found(
          file,
          text,
          registry,
          'is no public registry: make the lock file against registry.npmjs.org',
        ),
        ...(file.endsWith('.npmrc') ? found(file, text, registryConfig, 'is no public registry') : []),
      ]
    })
}

function found(file: string, text: string, pattern: RegExp, message: string): Fault[] {
  return [...text.matchAll(pattern)].map((match) => ({
    file,
    line: lineAt(text, match.index),
    message: `${match[1]} ${message}`,
  }))
}
