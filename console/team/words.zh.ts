export default {
  title: '班组',
  hint: '共用排队和指标的一组客服，会话可以转接给班组。',
  create: '新建班组',
  empty: '还没有班组',
  emptyHint: '小店可以不设。需要按语种、班次等分工时再建。',
}
