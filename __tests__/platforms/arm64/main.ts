import { spawnSync } from 'node:child_process'
import { environmentOf, makeReady } from '../environment.ts'

// npm run test:arm64 -- [--only-if-ready] [vitest's arguments]: the packaged action on Linux ARM64, by qemu.

const environment = environmentOf('arm64')
const args = process.argv.slice(2)
const onlyIfReady = args[0] === '--only-if-ready'
const obstacle = makeReady(environment, { last: 'mirror/download-metadata.json', onlyIfReady })
if (obstacle !== null) {
  process.stdout.write(`Tests on ARM64 are skipped: ${obstacle}.\n`)
} else {
  const env = { ...process.env, ARM64_READY: environment.home }
  const tests = ['__tests__/platforms/arm64/arm64.test.ts', ...args.slice(onlyIfReady ? 1 : 0)]
  const { status } = spawnSync('npx', ['vitest', 'run', ...tests], { env, stdio: 'inherit' })
  process.exitCode = status ?? 1
}
