import { conversationStates } from './conversation-states.ts'
import { databaseTypes } from './database-types.ts'
import type { Generator } from './generator.ts'
import { widgetPaths } from './widget-paths.ts'

/** Every generated file of the project. */
export const generators: readonly Generator[] = [
  { file: 'widget/paths.ts', from: 'domain/api.ts', write: widgetPaths },
  {
    file: 'docs/conversation-states.md',
    from: 'domain/conversation/transitions.ts',
    write: conversationStates,
  },
  { file: 'db/types.ts', from: 'db/migrations', write: databaseTypes },
]
