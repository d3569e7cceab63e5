import { describe, expect, it } from 'vitest'
import { possibleCommands } from '../../domain/conversation/transitions.ts'
import { offeredCommands } from './offered-commands.ts'

const me = 7
const everything = { spam: true, block: true, assign: true }
const facts = (state: Parameters<typeof possibleCommands>[0], assigneeId: number | null) => ({
  state,
  assigneeId,
  spam: false,
  commands: possibleCommands(state),
})

describe('the verbs offered for a conversation', () => {
  it('begin with taking what nobody has', () => {
    expect(offeredCommands(facts('queued', null), me, everything).slice(0, 3)).toEqual([
      'take',
      'hand_over',
      'resolve',
    ])
  })

  it('begin with resolving what is mine, and do not offer to take it again', () => {
    const offered = offeredCommands(facts('in_service', me), me, everything)
    expect(offered[0]).toBe('resolve')
    expect(offered).not.toContain('take')
    expect(offered).toContain('release')
  })

  it('offer to take up what is resolved, and nothing but blocking for what has ended', () => {
    expect(offeredCommands(facts('resolved', me), me, everything)[0]).toBe('reopen')
    expect(offeredCommands(facts('ended', me), me, everything)).toEqual(['block'])
  })

  it('let a supervisor assign what is at work', () => {
    expect(offeredCommands(facts('in_service', 8), me, everything)).toContain('assign')
    expect(offeredCommands(facts('in_service', 8), me, { ...everything, assign: false })).not.toContain(
      'assign',
    )
    expect(offeredCommands(facts('ended', null), me, everything)).not.toContain('assign')
  })

  it('leave out what the person may not do', () => {
    expect(offeredCommands(facts('ended', me), me, { spam: false, block: false, assign: false })).toEqual([])
    expect(
      offeredCommands({ ...facts('in_service', 8), commands: [] }, me, {
        spam: false,
        block: false,
        assign: false,
      }),
    ).toEqual([])
  })
})
