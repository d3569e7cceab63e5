import { useEffect, useState } from 'react'

/** How long a value must stand before it counts, in milliseconds. */
const patience = 250

/** The last value that was valid and stood still for a moment: what is worth asking the server about. */
export function useSettled<V>(value: V, valid: boolean): V {
  const [settled, setSettled] = useState(value)
  const text = JSON.stringify(value)
  useEffect(() => {
    if (!valid) return
    const timer = setTimeout(() => setSettled(JSON.parse(text) as V), patience)
    return () => clearTimeout(timer)
  }, [text, valid])
  return settled
}
