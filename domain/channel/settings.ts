import { z } from 'zod'
import { resolvedEndsAfterMinutes } from '../conversation/transitions.ts'
import { localized } from '../localized.ts'
import { colour } from '../shape.ts'

/** Whether the widget asks for a detail before the first message. */
export const asking = z.enum(['no', 'optional', 'required'])

/** An origin such as `https://shop.example` or `https://*.shop.example`. */
export const widgetOrigin = z
  .string()
  .max(200)
  .regex(/^https?:\/\/(\*\.)?[a-z0-9.-]+(:\d{1,5})?$/i, 'origin')

/** What a shop sets for its widget. */
export const webchatSettings = z.object({
  title: localized.default({ 'zh-CN': '在线客服', en: 'Customer service' }),
  greeting: localized.default({
    'zh-CN': '您好，请问有什么可以帮您？',
    en: 'Hello, how can we help you?',
  }),
  /** Overrides the shop's colour. */
  colour: colour.nullable().default(null),
  side: z.enum(['right', 'left']).default('right'),
  askName: asking.default('no'),
  askEmail: asking.default('no'),
  /** Pages that may show the widget; empty means any. */
  origins: z.array(widgetOrigin).max(50).default([]),
  /** How long a visitor may take a message back, in seconds. */
  recallSeconds: z.number().int().min(0).max(86_400).default(120),
  uploads: z.boolean().default(true),
  /** Whether customers are invited to rate once a conversation has ended (邀评). */
  rating: z.boolean().default(true),
  /** At most one such invitation for a customer in so many hours; 0 for no limit. */
  ratingEveryHours: z.number().int().min(0).max(720).default(0),
  /** How long a resolved conversation can still be taken up again before it ends, in minutes. */
  endsAfterMinutes: z.number().int().min(0).max(1440).default(resolvedEndsAfterMinutes),
})
export type WebchatSettings = z.infer<typeof webchatSettings>
