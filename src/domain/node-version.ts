/** The oldest Node.js whose functions are all that we use; `action.yml` asks for 24. */
const oldestMajor = 22

/**
 * What to tell where an old Node.js runs the action, as a runner without Node.js 24 does; `null`:
 * this one is new enough. `version` is `process.versions.node`.
 */
export function explainOldNode(version: string): string | null {
  if (Number.parseInt(version, 10) >= oldestMajor) return null
  return `setup-managed-python needs Node.js 24, but this runner has started it with Node.js ${version}. Update the runner: GitHub's has Node.js 24 since 2.327.1, though not on 32-bit ARM. [NODE_TOO_OLD]`
}
