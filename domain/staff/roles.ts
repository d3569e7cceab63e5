import type { Localized } from '../localized.ts'
import { type Permission, permissions } from './permissions.ts'

interface BuiltInRole {
  readonly name: Localized
  readonly permissions: readonly Permission[]
}

const answering: readonly Permission[] = [
  'staff.read',
  'customer.read',
  'customer.write',
  'conversation.read',
  'conversation.reply',
]

/** The roles that every installation has. Custom roles combine permissions as the shop likes. */
export const builtInRoles = {
  owner: { name: { 'zh-CN': '所有者', en: 'Owner' }, permissions },
  administrator: {
    name: { 'zh-CN': '管理员', en: 'Administrator' },
    permissions: permissions.filter((permission) => permission !== 'installation.manage'),
  },
  supervisor: {
    name: { 'zh-CN': '主管', en: 'Supervisor' },
    permissions: [
      ...answering,
      'customer.block',
      'conversation.assign',
      'conversation.spam',
      'rating.read',
      'canned_reply.share',
      'topic.manage',
      'tag.manage',
      'team.manage',
      'assignment.manage',
      'skill.manage',
      'presence.manage',
      'roster.manage',
    ],
  },
  duty_lead: {
    name: { 'zh-CN': '值班组长', en: 'Duty lead' },
    permissions: [
      ...answering,
      'customer.block',
      'conversation.assign',
      'conversation.spam',
      'rating.read',
      'canned_reply.share',
      'presence.manage',
      'roster.manage',
    ],
  },
  agent: { name: { 'zh-CN': '客服', en: 'Agent' }, permissions: [...answering, 'conversation.spam'] },
  inspector: {
    name: { 'zh-CN': '质检员', en: 'Inspector' },
    permissions: ['staff.read', 'customer.read', 'conversation.read', 'rating.read'],
  },
  trainer: {
    name: { 'zh-CN': '培训师', en: 'Trainer' },
    permissions: ['staff.read', 'customer.read', 'conversation.read', 'rating.read', 'canned_reply.share'],
  },
  analyst: {
    name: { 'zh-CN': '运营', en: 'Analyst' },
    permissions: ['staff.read', 'customer.read', 'conversation.read', 'rating.read'],
  },
  integrator: {
    name: { 'zh-CN': '集成开发', en: 'Integrator' },
    permissions: ['api.use', 'channel.manage', 'customer.read', 'conversation.read'],
  },
  department_member: { name: { 'zh-CN': '部门成员', en: 'Department member' }, permissions: ['staff.read'] },
} as const satisfies Record<string, BuiltInRole>

export type BuiltInRoleKey = keyof typeof builtInRoles
