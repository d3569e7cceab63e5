import { brandEvents } from './brand/events.ts'
import { cannedReplyEvents } from './canned-reply/events.ts'
import { channelEvents } from './channel/events.ts'
import { clockEvents } from './clock/events.ts'
import { conversationEvents } from './conversation/events.ts'
import { customerEvents } from './customer/events.ts'
import { departmentEvents } from './department/events.ts'
import { fileEvents } from './file/events.ts'
import { installationEvents } from './installation/events.ts'
import { messageEvents } from './message/events.ts'
import { noticeEvents } from './notice/events.ts'
import { promiseEvents } from './promise/events.ts'
import { shopEvents } from './shop/events.ts'
import { staffEvents } from './staff/events.ts'
import { tagEvents } from './tag/events.ts'
import { teamEvents } from './team/events.ts'
import { topicEvents } from './topic/events.ts'
import { widgetEvents } from './widget/events.ts'

/** Everything that can happen, by name. */
export const eventDeclarations = {
  ...brandEvents,
  ...cannedReplyEvents,
  ...channelEvents,
  ...clockEvents,
  ...conversationEvents,
  ...customerEvents,
  ...departmentEvents,
  ...fileEvents,
  ...installationEvents,
  ...messageEvents,
  ...noticeEvents,
  ...promiseEvents,
  ...shopEvents,
  ...staffEvents,
  ...tagEvents,
  ...teamEvents,
  ...topicEvents,
  ...widgetEvents,
} as const

export type EventName = keyof typeof eventDeclarations
