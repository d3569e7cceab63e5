import { describe, expect, it } from 'vitest'
import { nextToSend, type OutboxStep, type Outgoing, outboxAfter, worthAnotherTry } from './outbox.ts'
import { threadLine } from './thread-lines.fixture.ts'

const line = (key: string, conversationId = 1): Outgoing => ({
  key,
  conversationId,
  kind: 'message',
  text: key,
  files: [],
  mentions: [],
  cannedReplyId: null,
  at: 0,
  state: 'sending',
  failure: null,
})
const run = (...steps: OutboxStep[]) => steps.reduce(outboxAfter, [] as readonly Outgoing[])
const keys = (outbox: readonly Outgoing[]) => outbox.map((it) => it.key)

describe('what was written and is on its way', () => {
  it('leaves when the thread shows it, not before', () => {
    const sent = run({ do: 'write', line: line('a') }, { do: 'sent', key: 'a' })
    expect(keys(sent)).toEqual(['a'])
    expect(outboxAfter(sent, { do: 'seen', lines: [threadLine({ seq: 9, key: 'a' })] })).toEqual([])
  })

  it('goes out one after the other in each conversation', () => {
    const written = run(
      { do: 'write', line: line('a') },
      { do: 'write', line: line('b') },
      { do: 'write', line: line('c', 2) },
    )
    expect(keys(nextToSend(written, new Set()))).toEqual(['a', 'c'])
    expect(keys(nextToSend(written, new Set(['a', 'c'])))).toEqual([])
    expect(keys(nextToSend(outboxAfter(written, { do: 'sent', key: 'a' }), new Set()))).toEqual(['b', 'c'])
  })

  it('does not overtake a line that failed', () => {
    const written = run(
      { do: 'write', line: line('a') },
      { do: 'write', line: line('b') },
      { do: 'failed', key: 'a', failure: 'unreachable' },
    )
    expect(nextToSend(written, new Set())).toEqual([])
    expect(keys(nextToSend(outboxAfter(written, { do: 'again', key: 'a' }), new Set()))).toEqual(['a'])
    expect(keys(nextToSend(outboxAfter(written, { do: 'discard', key: 'a' }), new Set()))).toEqual(['b'])
  })

  it('is tried again by itself only where nothing was refused', () => {
    const written = run(
      { do: 'write', line: line('a') },
      { do: 'write', line: line('b', 2) },
      { do: 'failed', key: 'a', failure: 'unreachable' },
      { do: 'failed', key: 'b', failure: 'command_impossible' },
    )
    expect(keys(worthAnotherTry(written))).toEqual(['a'])
  })
})
