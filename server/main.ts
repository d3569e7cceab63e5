import { takeLittleMemory } from './platform/memory.ts'

takeLittleMemory()
await import('./run.ts')
