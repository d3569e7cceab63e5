import type {} from 'i18next'

const words = {
  new_in_queue: '{{who}} is waiting in the queue',
  mine: '{{who}} wrote to you',
}

export default words

declare module 'i18next' {
  interface ResourceNamespaceMap {
    live: typeof words
  }
}
