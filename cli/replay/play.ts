import { outcomes } from '../../domain/conversation/state.ts'
import type { Recorded } from './recorded.ts'
import type { Stage } from './stage.ts'
import { Talk } from './talk.ts'

/**
 * Plays one recorded talk to its end and leaves it resolved. A talk with the transfer flag is handed over
 * in its middle. One with the repeat flag is resolved before the customer's last line, who thereby comes
 * back to it. Every second talk is taken by hand, the others by the first reply.
 */
export async function playTalk(stage: Stage, recorded: Recorded, index: number): Promise<Talk> {
  const talk = new Talk(stage, recorded.session)
  const { turns } = recorded
  const middle = Math.floor(turns.length / 2)
  const transfer = turns.some((turn) => turn.transfer)
  const repeat = turns.some((turn) => turn.repeat)
  const lastOfCustomer = turns.findLastIndex((turn) => turn.from === 'customer')
  await talk.enter(`10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`)
  for (const [at, turn] of turns.entries()) {
    if (transfer && at === middle && at > 0) await talk.handOver()
    if (repeat && at === lastOfCustomer && at > 0) await talk.resolve('not_solved')
    if (turn.from === 'customer') await talk.customerWrites(turn.text)
    else await talk.agentWrites(turn.text)
    if (at === 0 && index % 2 === 0) await talk.agentTakes()
  }
  await talk.resolve(outcomes[index % 3])
  talk.leave()
  return talk
}
