import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { consoleLanguages, languageTag } from '../localized.ts'
import { colour, emailAddress, line, timeZone } from '../shape.ts'

export const installationEndpoints = {
  getInstallation: endpoint({
    method: 'GET',
    path: '/api/installation',
    access: 'public',
    summary: 'Whether the installation is set up, and what it can do.',
    output: z.object({
      /** False until the set-up page has made the owner. */
      ready: z.boolean(),
      version: z.string(),
      /** Whether mail goes out; without it links are shown instead. */
      mail: z.boolean(),
    }),
  }),
  setUp: endpoint({
    method: 'POST',
    path: '/api/installation/setup',
    access: 'public',
    summary:
      'Makes the owner, the first brand and the first shop; needs the one-time token printed at start.',
    body: z.object({
      token: z.string().max(200),
      owner: z.object({
        name: line(100),
        email: emailAddress,
        password: z.string().min(10).max(200),
        language: z.enum(consoleLanguages),
      }),
      brand: z.object({ name: line(100) }),
      shop: z.object({
        name: line(100),
        timeZone,
        languages: z.array(languageTag).min(1).max(30),
        colour: colour.optional(),
      }),
    }),
    output: z.object({
      brandId: z.number(),
      shopId: z.number(),
      channelId: z.number(),
      channelKey: z.string(),
      /** The script tag to put into the shop's pages. */
      widgetTag: z.string(),
    }),
  }),
} as const
