import { defineConfig } from 'vitest/config'

/** The tests of the rules that `stryker.config.json` changes: seconds for each change, and no system tests. */
export default defineConfig({
  test: {
    include: [
      '__tests__/{domain,list}/**/*.test.ts',
      '__tests__/{cache/key,install/relocate,install/build-configuration}.test.ts',
    ],
    tags: [{ name: 'shared', description: 'Uses what lies beside the checkout.' }],
  },
})
