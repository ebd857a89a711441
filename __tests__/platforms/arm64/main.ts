import { spawnSync } from 'node:child_process'
import { environmentOf, makeReady, readArguments } from '../environment.ts'

// npm run test:arm64 -- [--only-if-ready] [vitest's arguments]: the packaged action on Linux ARM64, by qemu.

const environment = environmentOf('arm64')
const { onlyIfReady, rest } = readArguments(process.argv.slice(2))
const obstacle = makeReady(environment, { last: 'mirror/download-metadata.json', onlyIfReady })
if (obstacle !== null) {
  process.stdout.write(`Tests on ARM64 are skipped: ${obstacle}.\n`)
} else {
  const env = { ...process.env, ARM64_READY: environment.home }
  const tests = ['__tests__/platforms/arm64/arm64.test.ts', ...rest]
  const { status } = spawnSync('npx', ['vitest', 'run', ...tests], { env, stdio: 'inherit' })
  process.exitCode = status ?? 1
}
