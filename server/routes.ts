import { assignmentRoutes } from './assignment/routes.ts'
import { brandRoutes } from './brand/routes.ts'
import { cannedReplyRoutes } from './canned-reply/routes.ts'
import { channelRoutes } from './channel/routes.ts'
import { conversationRoutes } from './conversation/routes.ts'
import { customerRoutes } from './customer/routes.ts'
import { departmentRoutes } from './department/routes.ts'
import { fileRoutes } from './file/routes.ts'
import { installationRoutes } from './installation/routes.ts'
import { messageRoutes } from './message/routes.ts'
import { noticeRoutes } from './notice/routes.ts'
import type { Routes } from './platform/http/call.ts'
import { presenceRoutes } from './presence/routes.ts'
import { ratingRoutes } from './rating/routes.ts'
import { rosterRoutes } from './roster/routes.ts'
import { shopRoutes } from './shop/routes.ts'
import { skillRoutes } from './skill/routes.ts'
import { staffRoutes } from './staff/routes.ts'
import { tagRoutes } from './tag/routes.ts'
import { teamRoutes } from './team/routes.ts'
import { topicRoutes } from './topic/routes.ts'
import { widgetRoutes } from './widget/routes.ts'

/** Every term's endpoints with their handlers; one of `domain/api.ts` that is missing here does not compile. */
export const allRoutes = {
  installation: installationRoutes,
  staff: staffRoutes,
  brand: brandRoutes,
  shop: shopRoutes,
  channel: channelRoutes,
  team: teamRoutes,
  department: departmentRoutes,
  customer: customerRoutes,
  conversation: conversationRoutes,
  assignment: assignmentRoutes,
  message: messageRoutes,
  cannedReply: cannedReplyRoutes,
  topic: topicRoutes,
  tag: tagRoutes,
  file: fileRoutes,
  notice: noticeRoutes,
  rating: ratingRoutes,
  widget: widgetRoutes,
  presence: presenceRoutes,
  roster: rosterRoutes,
  skill: skillRoutes,
} satisfies Record<keyof typeof import('../domain/api.ts').api, Routes>
