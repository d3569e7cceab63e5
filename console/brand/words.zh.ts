export default {
  title: '品牌',
  hint: '品牌是共享客户的一组店铺，品牌之间数据互不相通。外包团队通常为每个委托方建立一个品牌。',
  create: '新建品牌',
  empty: '还没有品牌',
  emptyHint: '先建一个品牌，再添加店铺。',
  shops_other: '{{count}} 个店铺',
  choose: '品牌',
}
