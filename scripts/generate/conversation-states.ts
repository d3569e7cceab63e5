import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

type Transitions = typeof import('../../domain/conversation/transitions.ts')
type States = typeof import('../../domain/conversation/state.ts')
type State = States['conversationStates'][number]

/** Every way from one state to another, with the commands that lead there. */
type Way = { from: State; to: State; commands: string[] }

/**
 * The page with the diagram of a conversation's states, drawn from the transition table: what the code does
 * and what the documentation shows cannot differ.
 */
export async function conversationStates(root: string): Promise<string> {
  const load = async (file: string) =>
    import(pathToFileURL(join(root, 'domain/conversation', file)).href) as Promise<unknown>
  const rules = (await load('transitions.ts')) as Transitions
  const { conversationStates: states } = (await load('state.ts')) as States
  const ways = states.flatMap((from) => waysFrom(from, states, rules))
  return `${[
    '# States of a conversation',
    '',
    'Generated from `domain/conversation/transitions.ts` by `npm run generate`. What stands in no line is impossible. Where a command leads to one of two states, it is `in_service` for a conversation that somebody has, and `queued` for one that nobody has.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> queued: first message',
    ...ways.map(({ from, to, commands }) => `  ${from} --> ${to}: ${commands.join(', ')}`),
    '  ended --> [*]',
    '```',
    '',
    `A resolved conversation ends by itself after ${rules.resolvedEndsAfterMinutes} minutes. An ended one takes no message: the next one starts a new conversation, linked to it, and marked as repeat contact when fewer than ${rules.repeatContactHours} hours have passed.`,
    '',
    `| command | ${states.join(' | ')} |`,
    `| --- |${' --- |'.repeat(states.length)}`,
    ...rules.conversationCommands.map(
      (command) => `| \`${command}\` | ${states.map((state) => cell(state, command, rules)).join(' | ')} |`,
    ),
  ].join('\n')}\n`
}

function targets(
  state: State,
  command: Transitions['conversationCommands'][number],
  rules: Transitions,
): State[] {
  const found = [true, false].map((assigned) => rules.nextState(state, command, { assigned }))
  return [...new Set(found.filter((next) => next !== null))]
}

function waysFrom(from: State, states: readonly State[], rules: Transitions): Way[] {
  return states.flatMap((to) => {
    const commands = rules.conversationCommands.filter((command) =>
      targets(from, command, rules).includes(to),
    )
    return commands.length > 0 ? [{ from, to, commands: [...commands] }] : []
  })
}

function cell(
  state: State,
  command: Transitions['conversationCommands'][number],
  rules: Transitions,
): string {
  return targets(state, command, rules).join(' or ')
}
