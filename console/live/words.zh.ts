export default {
  new_in_queue: '{{who}} 正在排队',
  mine: '{{who}} 发来新消息',
}
