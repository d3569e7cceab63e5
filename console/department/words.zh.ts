export default {
  title: '部门',
  hint: '客服以外协助处理问题的部门，如仓库、财务、产品。',
  create: '新建部门',
  empty: '还没有部门',
  emptyHint: '添加仓库、财务等负责处理升级问题的部门。',
}
