/** Generated from domain/api.ts by npm run generate: the endpoints that the widget calls. */
export const paths = {
  file: {
    uploadVisitorFile: { method: 'POST', path: '/api/widget/files' },
  },
  widget: {
    getWidgetSettings: { method: 'GET', path: '/api/widget/channels/:channelKey' },
    createVisitor: { method: 'POST', path: '/api/widget/channels/:channelKey/visitors' },
    listVisitorConversations: { method: 'GET', path: '/api/widget/conversations' },
    listVisitorMessages: { method: 'GET', path: '/api/widget/conversations/:conversation/messages' },
    sendMessage: { method: 'POST', path: '/api/widget/messages' },
    getQueuePlace: { method: 'GET', path: '/api/widget/conversations/:conversation/place' },
    leaveMessage: { method: 'POST', path: '/api/widget/conversations/:conversation/leave' },
    recallVisitorMessage: {
      method: 'POST',
      path: '/api/widget/conversations/:conversation/messages/:key/recall',
    },
    markVisitorRead: { method: 'PUT', path: '/api/widget/conversations/:conversation/read' },
    rateConversation: { method: 'PUT', path: '/api/widget/conversations/:conversation/rating' },
    updateVisitor: { method: 'PATCH', path: '/api/widget/visitor' },
  },
} as const
