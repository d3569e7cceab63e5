export default {
  title: '标签',
  hint: '用于标记客户和会话，两者共用同一套标签。',
  create: '新建标签',
  empty: '还没有标签',
  emptyHint: '客服在给会话打标签时，也可以直接新建。',
  colour: '颜色',
  deleteHint: '该标签会从所有客户和会话上移除，且无法撤销。',
  delete: '删除标签',
}
