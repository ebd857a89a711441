import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { faultReporter } from './__tests__/support/fault-reporter.ts'

export default defineConfig({
  test: {
    include: ['__tests__/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Much of the time is spent waiting for deadlines: one file's waiting is another one's time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
  plugins: [
    {
      name: 'fault-matrix',
      // Beside the reporters of the command line, which would replace one that stands in `test`.
      configureVitest: ({ vitest }) => void vitest.config.reporters.push(faultReporter),
    },
  ],
})
