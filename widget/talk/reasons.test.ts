import { expect, test } from 'vitest'
import * as domain from '../../domain/rating/scale.ts'
import { reasonsFor } from './reasons.ts'

test('the window offers just the reasons that the server takes for a score', () => {
  for (const score of domain.scores) expect(reasonsFor(score)).toEqual(domain.reasonsFor(score))
})
