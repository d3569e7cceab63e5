export default {
  title: '咨询主题',
  hint: '会话在谈什么。客服在结束会话时选择主题，报表据此统计。',
  stage: {
    pre_sales: '售前',
    in_sales: '售中',
    after_sales: '售后',
    complaint: '投诉',
  },
  add: '添加主题',
  addUnder: '在“{{name}}”下添加',
  edit: '修改“{{name}}”',
  create: '新建主题',
  under: '上级：{{name}}',
  name: '名称',
  empty: '这里还没有主题',
  actions: '“{{name}}”的操作',
  deepest: '主题最多四级。',
}
