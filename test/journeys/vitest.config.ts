import { defineConfig } from 'vitest/config'

/** Flows through a real browser: `npm run journeys`. */
export default defineConfig({
  test: {
    include: ['test/journeys/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts', 'test/journeys/support/build.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
