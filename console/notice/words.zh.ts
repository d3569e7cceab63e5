export default {
  title: '通知',
  bell_other: '通知，{{count}} 条未读',
  empty: '暂无通知',
  emptyHint: '有人提到您，或把会话转接给您时，会在这里提醒。',
  readAll: '全部标为已读',
  older: '显示更早的通知',
  unread: '未读',
  system: '系统',
  somebody: '客户',
  mention: '{{by}} 在与 {{customer}} 的会话中提到了您',
  handed_over: '{{by}} 把与 {{customer}} 的会话转接给了您',
  released: '与 {{customer}} 的会话已回到排队',
}
