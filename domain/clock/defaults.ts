import type { PolicyDefinition } from './policy-shape.ts'

/**
 * The policy that each brand begins with, for chat: first response 5 min with a warning at 100 s (when Taobao itself
 * reminds), each round 3 min, an answer after "one moment" 3 min, resolved within 24 h; around the clock until the
 * shop makes a calendar.
 */
export const defaultPolicy: { readonly name: string; readonly definition: PolicyDefinition } = {
  name: '标准时效 Standard',
  definition: {
    match: { shopIds: [], channelIds: [], topicIds: [], priorityFrom: null, tagIds: [] },
    calendarId: null,
    targets: {
      first_response: { seconds: 300, warnSeconds: 100, runsOn: 'calendar' },
      round: { seconds: 180, warnSeconds: 100, runsOn: 'calendar' },
      holding: { seconds: 180, warnSeconds: null, runsOn: 'calendar' },
      resolution: { seconds: 86_400, warnSeconds: null, runsOn: 'calendar' },
    },
    escalation: [
      {
        kinds: ['first_response', 'round', 'holding', 'resolution'],
        from: 'warning',
        afterSeconds: 0,
        action: 'notify_assignee',
      },
      {
        kinds: ['first_response', 'round', 'holding', 'resolution'],
        from: 'breach',
        afterSeconds: 0,
        action: 'notify_assignee',
      },
      {
        kinds: ['first_response', 'holding'],
        from: 'breach',
        afterSeconds: 300,
        action: 'notify_duty_lead',
      },
    ],
  },
}
