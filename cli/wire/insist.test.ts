import { expect, it } from 'vitest'
import { CallRefused } from '../../domain/client.ts'
import { insist } from './insist.ts'

function refused(status: number): CallRefused {
  return new CallRefused(status, { code: 'busy', message: '', data: {}, faults: [], request: '' })
}

it('repeats a call until the server answers, and counts why', async () => {
  const answers = [refused(0), refused(503), refused(429), 'sent']
  const repeats = { unreached: 0, limited: 0 }
  const call = async () => {
    const next = answers.shift()
    if (next instanceof Error) throw next
    return next
  }
  expect(await insist(call, repeats)).toBe('sent')
  expect(repeats).toEqual({ unreached: 2, limited: 1 })
})

it('passes on a refusal that repeating cannot mend', async () => {
  await expect(insist(() => Promise.reject(refused(422)))).rejects.toMatchObject({ status: 422 })
})
