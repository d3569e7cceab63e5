import type { BuiltInRoleKey } from './staff/roles.ts'

/*
 * The people and shops that demo, documentation and tests share: a home-goods brand with a domestic shop and
 * a cross-border one. All invented.
 */

interface CastShop {
  readonly name: string
  readonly timeZone: string
  /** The first one is the shop's own. */
  readonly languages: readonly string[]
  readonly colour: string
}

export const castBrand = { name: '木棉 Kapok' } as const

export const castShops = {
  /** The domestic shop. */
  home: {
    name: '木棉家居旗舰店',
    timeZone: 'Asia/Shanghai',
    languages: ['zh-CN', 'en'],
    colour: '#c2410c',
  },
  /** The shop that sells abroad. */
  abroad: {
    name: 'Kapok Home Global',
    timeZone: 'America/Los_Angeles',
    languages: ['en', 'es', 'ja', 'ar', 'zh-CN'],
    colour: '#0f766e',
  },
} as const satisfies Record<string, CastShop>
export type CastShopKey = keyof typeof castShops

interface CastStaff {
  readonly name: string
  readonly email: string
  readonly role: BuiltInRoleKey
  readonly language: 'zh-CN' | 'en'
  /** Where they answer; nobody else answers customers in the demo. */
  readonly answers?: CastShopKey
}

/** One of each role, and agents for each shop. The first is the owner. */
export const castStaff = [
  { name: '周岚', email: 'lan@kapok.example', role: 'owner', language: 'zh-CN' },
  { name: '许哲', email: 'zhe@kapok.example', role: 'administrator', language: 'zh-CN' },
  { name: '陈静', email: 'jing@kapok.example', role: 'supervisor', language: 'zh-CN' },
  { name: '何力', email: 'li@kapok.example', role: 'duty_lead', language: 'zh-CN' },
  { name: '李小满', email: 'xiaoman@kapok.example', role: 'agent', language: 'zh-CN', answers: 'home' },
  { name: '王磊', email: 'lei@kapok.example', role: 'agent', language: 'zh-CN', answers: 'home' },
  { name: 'Emma Clarke', email: 'emma@kapok.example', role: 'agent', language: 'en', answers: 'abroad' },
  { name: 'Diego Ramos', email: 'diego@kapok.example', role: 'agent', language: 'en', answers: 'abroad' },
  { name: '苏敏', email: 'min@kapok.example', role: 'inspector', language: 'zh-CN' },
  { name: '郭婷', email: 'ting@kapok.example', role: 'trainer', language: 'zh-CN' },
  { name: '沈岩', email: 'yan@kapok.example', role: 'analyst', language: 'zh-CN' },
  { name: 'Omar Haddad', email: 'omar@kapok.example', role: 'integrator', language: 'en' },
  { name: '赵国强', email: 'guoqiang@kapok.example', role: 'department_member', language: 'zh-CN' },
] as const satisfies readonly CastStaff[]

/** Customers by the language they write in; some leave no name, as in life. */
export const castCustomers: Readonly<Record<string, readonly (string | null)[]>> = {
  zh: ['林悦', null, '张伟民', '孙佳怡', null, '吴建国', '郑晓彤', '马俊', null, '钱雨桐'],
  en: ['Hannah Lee', 'Oliver Brandt', null, 'Priya Nair', 'Jack Morgan', null],
  es: ['Lucía Fernández', 'Mateo Ríos'],
  ja: ['佐藤健', '高橋美咲'],
  ar: ['ليلى حسن', 'يوسف منصور'],
}
