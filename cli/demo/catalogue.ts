import type { Localized } from '../../domain/localized.ts'

/** What the demo's shops keep beside their talks. */

export const teams = ['售前组', '售后组', 'Global team'] as const
export const departments = ['仓库', '物流', '财务'] as const

export const tags = [
  { name: '老客户', colour: '#1677ff' },
  { name: '大件', colour: '#722ed1' },
  { name: '催发货', colour: '#fa8c16' },
  { name: '破损', colour: '#f5222d' },
  { name: 'VIP', colour: '#d4b106' },
  { name: 'cross-border', colour: '#13c2c2' },
] as const

export const topics = {
  product: { stage: 'pre_sales', name: { 'zh-CN': '商品咨询', en: 'About a product' } },
  price: { stage: 'pre_sales', name: { 'zh-CN': '价格与活动', en: 'Price and promotion' } },
  dispatch: { stage: 'in_sales', name: { 'zh-CN': '发货时间', en: 'Dispatch' } },
  parcel: { stage: 'in_sales', name: { 'zh-CN': '物流查询', en: 'Where is my parcel' } },
  address: { stage: 'in_sales', name: { 'zh-CN': '修改地址', en: 'Change of address' } },
  return: { stage: 'after_sales', name: { 'zh-CN': '退换货', en: 'Return and exchange' } },
  damage: { stage: 'after_sales', name: { 'zh-CN': '破损与漏发', en: 'Damaged or missing' } },
  refund: { stage: 'after_sales', name: { 'zh-CN': '退款进度', en: 'Refund' } },
  complaint: { stage: 'complaint', name: { 'zh-CN': '服务投诉', en: 'Complaint about service' } },
} as const
export type TopicKey = keyof typeof topics

export const stems = {
  pre_sales: { 'zh-CN': '售前', en: 'Pre-sales' },
  in_sales: { 'zh-CN': '售中', en: 'In-sales' },
  after_sales: { 'zh-CN': '售后', en: 'After-sales' },
  complaint: { 'zh-CN': '投诉', en: 'Complaint' },
} as const

export const cannedReplies: readonly { shortcut: string; text: Localized }[] = [
  {
    shortcut: 'nihao',
    text: {
      'zh-CN': '您好，我是木棉家居的客服，很高兴为您服务。请问有什么可以帮您？',
      en: 'Hello, this is Kapok Home. How can I help you?',
    },
  },
  {
    shortcut: 'fahuo',
    text: {
      'zh-CN': '下午 4 点前付款的订单当天发出，之后付款的次日发出，周日除外。',
      en: 'Orders paid before 4 p.m. leave the same day, later ones the next day, except on Sundays.',
    },
  },
  {
    shortcut: 'shaodeng',
    text: {
      'zh-CN': '请您稍等，我马上为您核实，三分钟内给您答复。',
      en: 'One moment please, I am checking this and will be back within three minutes.',
    },
  },
  {
    shortcut: 'tuihuo',
    text: {
      'zh-CN': '签收后七天内、不影响二次销售的商品都可以退换。请在订单页申请，审核通过后会显示退货地址。',
      en: 'Unused goods can come back within 30 days. Apply on the order page; the address appears once it is approved.',
    },
  },
  {
    shortcut: 'posun',
    text: {
      'zh-CN': '非常抱歉给您带来不便！请拍一张破损处和外箱的照片，我马上为您安排补发。',
      en: 'I am sorry about that! Please send a photo of the damage and of the box, and I will arrange a replacement.',
    },
  },
  {
    shortcut: 'zaijian',
    text: {
      'zh-CN': '感谢您的咨询，祝您生活愉快！有任何问题随时联系我们。',
      en: 'Thank you for writing. We are here whenever you need us!',
    },
  },
]
