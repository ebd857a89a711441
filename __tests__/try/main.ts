import { readMetadata } from '../support/runner-environment.ts'
import { parseArguments, renderHelp } from './arguments.ts'
import { demonstrate } from './demonstration.ts'
import { runOnce } from './real-run.ts'

const metadata = await readMetadata()
const command = parseArguments(process.argv.slice(2), metadata)

// The step gets the terminal's signal as well, and ends; then there is something to clean up.
process.on('SIGINT', () => {})

try {
  switch (command.kind) {
    case 'help':
      console.log(renderHelp(metadata))
      break
    case 'mistake':
      console.error(command.message)
      process.exitCode = 2
      break
    case 'demonstrate':
      process.exitCode = await demonstrate()
      break
    case 'run':
      process.exitCode = await runOnce(command)
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
