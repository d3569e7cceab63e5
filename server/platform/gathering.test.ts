import { expect, test } from 'vitest'
import { gathering } from './gathering.ts'

/** Runs that end when the test says so. */
function held(lanes: number, most: number) {
  const runs: { items: readonly string[]; end: (error?: Error) => void }[] = []
  const call = gathering<string, string>({
    lanes,
    most,
    apart: (item) => item.slice(0, 1),
    run: (items) =>
      new Promise((resolve, reject) => {
        const answers = items.map((item) => item.toUpperCase())
        runs.push({ items, end: (error) => (error ? reject(error) : resolve(answers)) })
      }),
  })
  return { runs, call }
}

test('what comes while a run is under way goes together in the next, and everybody gets their own answer', async () => {
  const { runs, call } = held(1, 10)
  const first = call('a')
  await expect.poll(() => runs.length).toBe(1)
  const others = ['b', 'c', 'd'].map((item) => call(item))
  runs[0]?.end()
  expect(await first).toBe('A')
  await expect.poll(() => runs.length).toBe(2)
  expect(runs[1]?.items).toEqual(['b', 'c', 'd'])
  runs[1]?.end()
  expect(await Promise.all(others)).toEqual(['B', 'C', 'D'])
})

test('two of a kind never share a run, keep their order, and hold nobody else back', async () => {
  const { runs, call } = held(1, 10)
  const all = ['a1', 'a2', 'b1', 'a3'].map((item) => call(item))
  const seen: (readonly string[])[] = []
  for (let n = 0; n < 3; n++) {
    await expect.poll(() => runs.length).toBe(n + 1)
    seen.push(runs[n]?.items ?? [])
    runs[n]?.end()
  }
  expect(seen).toEqual([['a1', 'b1'], ['a2'], ['a3']])
  expect(await Promise.all(all)).toEqual(['A1', 'A2', 'B1', 'A3'])
})

test('a run takes no more than it may, and no more runs than there are lanes are under way', async () => {
  const { runs, call } = held(2, 2)
  const all = ['a', 'b', 'c', 'd', 'e'].map((item) => call(item))
  await expect.poll(() => runs.length).toBe(2)
  expect(runs.map(({ items }) => items)).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
  for (const { end } of runs) end()
  await expect.poll(() => runs.length).toBe(3)
  runs[2]?.end()
  expect(await Promise.all(all)).toEqual(['A', 'B', 'C', 'D', 'E'])
})

test('a run that fails fails its own callers, and the next one goes on', async () => {
  const { runs, call } = held(1, 10)
  const failing = call('a')
  await expect.poll(() => runs.length).toBe(1)
  const next = call('b')
  runs[0]?.end(new Error('broken'))
  await expect(failing).rejects.toThrow('broken')
  await expect.poll(() => runs.length).toBe(2)
  runs[1]?.end()
  expect(await next).toBe('B')
})
