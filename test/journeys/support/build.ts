import { mkdirSync } from 'node:fs'
import { buildScreens } from '../../../server/platform/front/build.ts'
import { silent } from '../../support/throw-away.ts'
import { artefacts } from './artefacts.ts'

/** Builds console and widget once for the whole run, and makes room for the pictures. */
export default async function setup(): Promise<void> {
  mkdirSync(artefacts, { recursive: true })
  await buildScreens(silent)
}
