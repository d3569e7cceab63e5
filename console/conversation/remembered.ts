import { useChangeMe, useMe } from '../shell/me.ts'

/** `true` stands for any yes or no. */
type Kind<V> = V extends boolean ? boolean : V extends number ? number : string

/** A place of the console's layout, remembered for the person on every machine: a width, a folded group, a choice. */
export function useRemembered<V extends string | number | boolean>(
  place: string,
  standard: V,
): [Kind<V>, (value: Kind<V>) => void] {
  const { settings } = useMe()
  const { mutate } = useChangeMe()
  const kept = settings.layout[place]
  const value = (typeof kept === typeof standard ? kept : standard) as Kind<V>
  const keep = (next: Kind<V>) => mutate({ settings: { layout: { ...settings.layout, [place]: next } } })
  return [value, keep]
}
