import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'dist/**', 'test/journeys/**', 'test/live/**'],
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What is waited for may be held up by another file's transaction: the log is read below the oldest one open.
    expect: { poll: { timeout: 10_000 } },
  },
})
