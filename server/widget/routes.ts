import { deviceOf } from '../../domain/conversation/device.ts'
import { shopColours } from '../../domain/shop/colours.ts'
import { widgetEndpoints } from '../../domain/widget/endpoints.ts'
import { leaveOfflineMessage, queuePlace } from '../assignment/actions/visitor-queue.ts'
import { recallVisitorMessage } from '../message/actions/recall.ts'
import { routes } from '../platform/http/call.ts'
import { originOf } from '../platform/http/origin.ts'
import { listVisitorConversations, readVisitorThread } from '../view/visitor-thread.ts'
import { accessVisitor, accessWidgetChannel, hashToken } from './access.ts'
import {
  createVisitor,
  markVisitorRead,
  rateConversation,
  sendMessage,
  updateVisitor,
} from './actions/visitor.ts'

const done = { done: true } as const

export const widgetRoutes = routes(
  widgetEndpoints,
  {
    getWidgetSettings: async ({ work, params, request }) => {
      const own = originOf(work.platform.config, request)
      const channel = await accessWidgetChannel(work.tx, params.channelKey, request.headers.origin, own)
      const { settings } = channel
      const colour = settings.colour ?? channel.colour
      return {
        shopName: channel.shopName,
        colour,
        colours: { light: shopColours(colour, false), dark: shopColours(colour, true) },
        side: settings.side,
        title: settings.title,
        greeting: settings.greeting,
        languages: channel.languages,
        askName: settings.askName,
        askEmail: settings.askEmail,
        uploads: settings.uploads,
        fileMaxBytes: work.platform.config.filesMaxBytes,
        recallSeconds: settings.recallSeconds,
      }
    },
    createVisitor: async ({ work, params, body, request, address }) => {
      const own = originOf(work.platform.config, request)
      const channel = await accessWidgetChannel(work.tx, params.channelKey, request.headers.origin, own)
      const language = request.headers['accept-language']?.split(/[,;]/)[0]?.trim()
      const arrived = await createVisitor(work, channel, params.channelKey, {
        ...body,
        address,
        language: language && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language) ? language : null,
      })
      const visitor = await accessVisitor(work.tx, arrived.token, work.now)
      return {
        token: arrived.token,
        customerName: visitor.name,
        email: visitor.email,
        verified: arrived.verified,
      }
    },
    listVisitorConversations: ({ work, visitorToken }) =>
      listVisitorConversations(work.platform, visitorToken),
    listVisitorMessages: ({ work, visitorToken, params, query }) =>
      readVisitorThread(work.platform, visitorToken, params.conversation, query),
    sendMessage: async ({ work, visitorToken, body, request }) => {
      const source = { ...deviceOf((request.headers['user-agent'] ?? '').slice(0, 500)), ...body.source }
      const sent = await sendMessage(work.platform, visitorToken, { ...body, source })
      return {
        conversation: sent.publicId,
        seq: sent.seq,
        createdAt: sent.createdAt.toISOString(),
        started: sent.started,
        position: sent.position,
      }
    },
    getQueuePlace: ({ work, visitorToken, params }) =>
      queuePlace(work, hashToken(visitorToken), params.conversation),
    leaveMessage: async ({ work, visitorToken, params }) => {
      await leaveOfflineMessage(work, hashToken(visitorToken), params.conversation)
      return done
    },
    recallVisitorMessage: async ({ work, visitorToken, params }) => {
      const { conversation, key } = params
      await recallVisitorMessage(work, { tokenHash: hashToken(visitorToken), publicId: conversation, key })
      return done
    },
    markVisitorRead: async ({ work, visitorToken, params, body }) => {
      await markVisitorRead(work, visitorToken, params.conversation, body.seq)
      return done
    },
    rateConversation: async ({ work, visitorToken, params, body }) => ({
      rating: await rateConversation(work, visitorToken, params.conversation, body),
    }),
    updateVisitor: async ({ work, visitorToken, body }) => {
      await updateVisitor(work, visitorToken, body)
      return done
    },
  },
  ['sendMessage'],
)
