import { z } from 'zod'
import { orderStates } from '../assignment/stage.ts'
import { languageTag } from '../localized.ts'
import { typedText } from '../shape.ts'

const address = typedText(2000)

/** Where a conversation came from; recorded by itself when it starts. */
export const sourceShape = z.object({
  page: address.optional(),
  pageTitle: typedText(300).optional(),
  referrer: address.optional(),
  campaign: z
    .object({
      source: typedText(200).optional(),
      medium: typedText(200).optional(),
      name: typedText(200).optional(),
      term: typedText(200).optional(),
      content: typedText(200).optional(),
    })
    .optional(),
  device: z.enum(['phone', 'tablet', 'computer']).optional(),
  browser: typedText(100).optional(),
  system: typedText(100).optional(),
  language: languageTag.optional(),
  /** What the page or the shop's signature says of the customer's orders. */
  orderState: z.enum(orderStates).optional(),
})
export type Source = z.infer<typeof sourceShape>
