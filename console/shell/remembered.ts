import { useChangeMe, useMe } from './me.ts'

type Small = string | number | boolean

/** A small thing the console remembers for the person on every machine: a width, a folded group, a filter. */
export function useRemembered<T extends Small>(name: string, initial: T): [T, (value: T) => void] {
  const { layout } = useMe().settings
  const { mutate } = useChangeMe()
  const kept = layout[name]
  const value = typeof kept === typeof initial ? (kept as T) : initial
  return [value, (next) => mutate({ settings: { layout: { ...layout, [name]: next } } })]
}
