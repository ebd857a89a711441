import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { faultReporter } from './__tests__/support/fault-reporter.ts'

/** Tests that start interpreters, wait for deadlines or run the packaged action: minutes, not seconds. */
const system = [
  '__tests__/{scenarios,try,platforms}/**/*.test.ts',
  '__tests__/**/*-system.test.ts',
  '__tests__/bytecode/{compile-stdlib,pool,worker}.test.ts',
  '__tests__/cache/store.test.ts',
  '__tests__/install/{download,programs}.test.ts',
  '__tests__/io/command.test.ts',
  '__tests__/report/problem-matcher.test.ts',
]

/** The runner's own report as JSON, for scripts that call a plain `npm test`. */
function report(outputFile: string | undefined) {
  return outputFile ? { reporters: ['default', 'json'], outputFile } : {}
}

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['__tests__/**/*.test.ts'], exclude: system },
      },
      { extends: true, test: { name: 'system', include: system } },
    ],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Much of the time is spent waiting for deadlines: one file's waiting is another one's time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    tags: [{ name: 'shared', description: 'Uses what lies beside the checkout.' }],
    ...report(process.env.TEST_REPORT),
  },
  plugins: [
    {
      name: 'fault-matrix',
      // Beside the reporters of the command line, which would replace one that stands in `test`.
      configureVitest: ({ vitest: { config } }) => {
        // Called once for each project.
        if (!config.reporters.includes(faultReporter)) config.reporters.push(faultReporter)
      },
    },
  ],
})
