import { assignmentEvents } from './assignment/events.ts'
import { brandEvents } from './brand/events.ts'
import { cannedReplyEvents } from './canned-reply/events.ts'
import { channelEvents } from './channel/events.ts'
import { conversationEvents } from './conversation/events.ts'
import { customerEvents } from './customer/events.ts'
import { departmentEvents } from './department/events.ts'
import { fileEvents } from './file/events.ts'
import { installationEvents } from './installation/events.ts'
import { messageEvents } from './message/events.ts'
import { noticeEvents } from './notice/events.ts'
import { presenceEvents } from './presence/events.ts'
import { ratingEvents } from './rating/events.ts'
import { rosterEvents } from './roster/events.ts'
import { shopEvents } from './shop/events.ts'
import { skillEvents } from './skill/events.ts'
import { staffEvents } from './staff/events.ts'
import { tagEvents } from './tag/events.ts'
import { teamEvents } from './team/events.ts'
import { topicEvents } from './topic/events.ts'
import { widgetEvents } from './widget/events.ts'

/** Everything that can happen, by name. */
export const eventDeclarations = {
  ...assignmentEvents,
  ...brandEvents,
  ...cannedReplyEvents,
  ...channelEvents,
  ...conversationEvents,
  ...customerEvents,
  ...departmentEvents,
  ...fileEvents,
  ...installationEvents,
  ...messageEvents,
  ...noticeEvents,
  ...presenceEvents,
  ...rosterEvents,
  ...ratingEvents,
  ...shopEvents,
  ...skillEvents,
  ...staffEvents,
  ...tagEvents,
  ...teamEvents,
  ...topicEvents,
  ...widgetEvents,
} as const

export type EventName = keyof typeof eventDeclarations
