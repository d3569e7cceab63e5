import { assignmentEndpoints } from './assignment/endpoints.ts'
import { brandEndpoints } from './brand/endpoints.ts'
import { cannedReplyEndpoints } from './canned-reply/endpoints.ts'
import { channelEndpoints } from './channel/endpoints.ts'
import { conversationEndpoints } from './conversation/endpoints.ts'
import { customerEndpoints } from './customer/endpoints.ts'
import { departmentEndpoints } from './department/endpoints.ts'
import { fileEndpoints } from './file/endpoints.ts'
import { installationEndpoints } from './installation/endpoints.ts'
import { messageEndpoints } from './message/endpoints.ts'
import { noticeEndpoints } from './notice/endpoints.ts'
import { presenceEndpoints } from './presence/endpoints.ts'
import { ratingEndpoints } from './rating/endpoints.ts'
import { rosterEndpoints } from './roster/endpoints.ts'
import { shopEndpoints } from './shop/endpoints.ts'
import { skillEndpoints } from './skill/endpoints.ts'
import { staffEndpoints } from './staff/endpoints.ts'
import { tagEndpoints } from './tag/endpoints.ts'
import { teamEndpoints } from './team/endpoints.ts'
import { topicEndpoints } from './topic/endpoints.ts'
import { widgetEndpoints } from './widget/endpoints.ts'

/** Everything that crosses the wire, by term. */
export const api = {
  installation: installationEndpoints,
  staff: staffEndpoints,
  brand: brandEndpoints,
  shop: shopEndpoints,
  channel: channelEndpoints,
  team: teamEndpoints,
  department: departmentEndpoints,
  customer: customerEndpoints,
  conversation: conversationEndpoints,
  assignment: assignmentEndpoints,
  message: messageEndpoints,
  cannedReply: cannedReplyEndpoints,
  topic: topicEndpoints,
  tag: tagEndpoints,
  file: fileEndpoints,
  notice: noticeEndpoints,
  rating: ratingEndpoints,
  widget: widgetEndpoints,
  presence: presenceEndpoints,
  roster: rosterEndpoints,
  skill: skillEndpoints,
} as const

export type Api = typeof api
