import { useEffect, useId, useRef, useSyncExternalStore } from 'react'
import { chordOf, type KeyEntry, match, shownChord, waysOf } from './key-map.ts'

/** A key with what it runs. `inInputs`: also while somebody types (only for chords with mod, or Escape). */
export interface KeyBinding extends KeyEntry {
  run: () => void
  inInputs?: boolean
  /** Leaves it out of the command palette (moving about a list is no command). */
  unlisted?: boolean
}

export interface RegisteredKey extends KeyBinding {
  /** The folder that registered it: the namespace of its words. */
  namespace: string
}

const registered = new Map<string, RegisteredKey[]>()
const listeners = new Set<() => void>()
let all: RegisteredKey[] = []
let pending = ''
let forget: ReturnType<typeof setTimeout> | undefined
let muted = 0

/** How long the first key of two waits for the second, in milliseconds. */
const patience = 900

/**
 * Registers keys while the component is on the screen:
 * `useKeys('conversation', [{ keys: 'j', does: 'nextRow', run }])`, with its words at `keys.nextRow` of the namespace.
 * They appear on the help sheet and, unless `unlisted`, in the command palette; they are still while somebody types.
 */
export function useKeys(namespace: string, bindings: readonly KeyBinding[]): void {
  const id = useId()
  const latest = useRef(bindings)
  useEffect(() => {
    latest.current = bindings
  })
  const shape = JSON.stringify(bindings.map(({ run, ...rest }) => rest))
  useEffect(() => {
    const entries = (JSON.parse(shape) as Omit<KeyBinding, 'run'>[]).map((entry, index) => ({
      ...entry,
      namespace,
      run: () => latest.current[index]?.run(),
    }))
    registered.set(id, entries)
    publish()
    return () => {
      registered.delete(id)
      publish()
    }
  }, [id, namespace, shape])
}

function publish(): void {
  all = [...registered.values()].flat()
  for (const listener of listeners) listener()
}

/** All keys that work at present, in the order in which they were registered. */
export function useRegisteredKeys(): readonly RegisteredKey[] {
  return useSyncExternalStore(subscribe, () => all)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Silences all keys while a sheet is open that needs the keyboard for itself. */
export function useSilentKeys(silent: boolean): void {
  useEffect(() => {
    if (!silent) return
    muted += 1
    return () => {
      muted -= 1
    }
  }, [silent])
}

/** Begins to listen; called once when the console starts. */
export function listenToKeys(): void {
  window.addEventListener('keydown', hear)
}

function hear(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || isModifier(event.key)) return
  const chord = chordOf({
    key: event.key,
    ctrl: event.ctrlKey,
    meta: event.metaKey,
    alt: event.altKey,
    shift: event.shiftKey,
  })
  const typing = isTyping(event.target)
  const usable = all.filter((entry) => entry.inInputs || (!typing && muted === 0))
  const found = match(usable, pending, chord)
  clearTimeout(forget)
  pending = found.kind === 'wait' ? found.pending : ''
  if (found.kind === 'wait') forget = setTimeout(() => (pending = ''), patience)
  if (found.kind !== 'run') return
  event.preventDefault()
  found.entry.run()
}

function isModifier(key: string): boolean {
  return ['Shift', 'Control', 'Alt', 'Meta'].includes(key)
}

/** Whether the press goes into a field, or moves inside an open list or menu. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('[role="menu"],[role="listbox"],[role="tree"]')) return true
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

const mac = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.userAgent)

/** Keys for a tooltip, as text: `Ctrl K`, `G I`. Shows the first way only. */
export function keysText(keys: string): string {
  return (waysOf(keys)[0] ?? []).map((chord) => shownChord(chord, mac)).join(' ')
}

/** Keys drawn as caps. */
export function KeyCaps({ keys, all: every = false }: { keys: string; all?: boolean }) {
  const ways = waysOf(keys)
  return (
    <span>
      {(every ? ways : ways.slice(0, 1)).map((way) => (
        <span key={way.join(' ')} style={{ marginInlineStart: 8, whiteSpace: 'nowrap' }}>
          {way.map((chord) => (
            <kbd key={chord} style={{ marginInlineStart: 4 }}>
              {shownChord(chord, mac)}
            </kbd>
          ))}
        </span>
      ))}
    </span>
  )
}
