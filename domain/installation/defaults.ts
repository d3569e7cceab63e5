import type { Localized } from '../localized.ts'
import type { topicStages } from '../topic/endpoints.ts'

interface DefaultTopics {
  readonly stage: (typeof topicStages)[number]
  /** The stem, and what stands below it. */
  readonly name: Localized
  readonly children: readonly Localized[]
}

/** What customers of an online shop mostly write about; every shop changes it to its own. */
export const defaultTopics: readonly DefaultTopics[] = [
  {
    stage: 'pre_sales',
    name: { 'zh-CN': '售前', en: 'Before buying' },
    children: [
      { 'zh-CN': '商品参数与材质', en: 'Product details and material' },
      { 'zh-CN': '尺码与选购建议', en: 'Size and choice' },
      { 'zh-CN': '库存与到货时间', en: 'Stock and arrival' },
      { 'zh-CN': '价格与优惠活动', en: 'Price and offers' },
      { 'zh-CN': '配送范围与运费', en: 'Delivery area and postage' },
    ],
  },
  {
    stage: 'in_sales',
    name: { 'zh-CN': '售中', en: 'Order under way' },
    children: [
      { 'zh-CN': '催发货', en: 'Chase dispatch' },
      { 'zh-CN': '修改地址或订单', en: 'Change address or order' },
      { 'zh-CN': '查物流', en: 'Where is the parcel' },
      { 'zh-CN': '付款与发票', en: 'Payment and invoice' },
      { 'zh-CN': '取消订单', en: 'Cancel the order' },
    ],
  },
  {
    stage: 'after_sales',
    name: { 'zh-CN': '售后', en: 'After delivery' },
    children: [
      { 'zh-CN': '退货退款', en: 'Return and refund' },
      { 'zh-CN': '换货', en: 'Exchange' },
      { 'zh-CN': '少发、漏发、错发', en: 'Missing or wrong item' },
      { 'zh-CN': '商品破损或质量问题', en: 'Damage or defect' },
      { 'zh-CN': '使用、安装与保修', en: 'Use, assembly and warranty' },
    ],
  },
  {
    stage: 'complaint',
    name: { 'zh-CN': '投诉', en: 'Complaint' },
    children: [
      { 'zh-CN': '投诉服务态度', en: 'About our service' },
      { 'zh-CN': '投诉商品质量', en: 'About the goods' },
      { 'zh-CN': '投诉物流与快递员', en: 'About delivery or the courier' },
      { 'zh-CN': '投诉虚假宣传', en: 'About a misleading description' },
      { 'zh-CN': '投诉承诺未兑现', en: 'About a promise not kept' },
    ],
  },
]

interface DefaultReply {
  readonly shortcut: string
  readonly text: Localized
}

/** Shared canned replies to begin with. */
export const defaultCannedReplies: readonly DefaultReply[] = [
  {
    shortcut: 'hello',
    text: {
      'zh-CN': '您好，我是{{agent.name}}，很高兴为您服务，请问有什么可以帮您？',
      en: 'Hello, this is {{agent.name}}. How can I help you?',
    },
  },
  {
    shortcut: 'wait',
    text: {
      'zh-CN': '好的，我这就为您核实，请稍等一两分钟。',
      en: 'Let me check that for you. It takes a minute or two.',
    },
  },
  {
    shortcut: 'order',
    text: {
      'zh-CN': '麻烦您提供一下订单号，我马上为您查询。',
      en: 'Could you send me your order number? I will look it up right away.',
    },
  },
  {
    shortcut: 'photo',
    text: {
      'zh-CN': '非常抱歉给您带来不便。麻烦您拍一下商品和外包装的照片发给我，我来帮您处理。',
      en: 'I am sorry about that. Please send me a photo of the item and its packaging, and I will take care of it.',
    },
  },
  {
    shortcut: 'dispatch',
    text: {
      'zh-CN': '您的订单正在仓库备货，发出后您会收到带运单号的通知。我也会帮您催一下。',
      en: 'Your order is being packed. You will get the tracking number once it leaves; I will also ask the warehouse to hurry.',
    },
  },
  {
    shortcut: 'return',
    text: {
      'zh-CN': '可以为您办理退货。请在订单里提交退货申请，保持商品和吊牌完好，寄回签收后会尽快为您退款。',
      en: 'You can return it. Please request the return in your order and keep the item and its tags intact; we refund you soon after it reaches us.',
    },
  },
  {
    shortcut: 'sorry',
    text: {
      'zh-CN': '给您带来了不好的体验，非常抱歉。您反映的情况我已经记下，一定跟进到底，请您放心。',
      en: 'I am very sorry about this experience. I have noted what happened and will follow it through to the end.',
    },
  },
  {
    shortcut: 'bye',
    text: {
      'zh-CN': '感谢您的咨询，如有其他问题随时联系我们，祝您生活愉快！',
      en: 'Thank you for writing to us. If anything else comes up, we are here. Have a good day!',
    },
  },
]
