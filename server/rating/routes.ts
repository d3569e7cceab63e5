import { ratingEndpoints } from '../../domain/rating/endpoints.ts'
import { shopColours } from '../../domain/shop/colours.ts'
import { accessConversation } from '../conversation/access.ts'
import { routes } from '../platform/http/call.ts'
import { transact } from '../platform/work.ts'
import { customerRatingOf, listRatings, ratingOfConversation, summariseRatings } from '../view/ratings.ts'
import { accessLinkedRating } from './access.ts'
import { giveRating, takeLinkCall } from './actions/rate.ts'

export const ratingRoutes = routes(
  ratingEndpoints,
  {
    listRatings: ({ work, viewer, query }) => listRatings(work.platform, viewer, query),
    summariseRatings: ({ work, viewer, query }) => summariseRatings(work.platform, viewer, query),
    getConversationRating: async ({ work, viewer, params }) => {
      const conversation = await accessConversation(work.tx, viewer, params.conversationId)
      return { rating: await ratingOfConversation(work.platform, conversation.id) }
    },
    readRatingLink: async ({ work, body, address }) => {
      await takeLinkCall(work.platform, address)
      const rating = await accessLinkedRating(work.tx, body.token)
      const { shopName, colour } = rating
      const colours = { light: shopColours(colour, false), dark: shopColours(colour, true) }
      return { shopName, colours, rating: customerRatingOf(rating, work.now) }
    },
    rateByLink: async ({ work, body, address }) => {
      await takeLinkCall(work.platform, address)
      const { token, ...given } = body
      const linked = await accessLinkedRating(work.tx, token)
      const customer = { kind: 'customer', id: linked.customerId } as const
      const rating = await transact(work.platform, customer, (own) => giveRating(own, linked.id, given))
      return { rating: customerRatingOf(rating, work.now) }
    },
  },
  ['readRatingLink', 'rateByLink'],
)
