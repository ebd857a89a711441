import { parseArgs } from 'node:util'

/** How many rounds to play, and which. */
export interface Settings {
  readonly rounds: number
  /** The same one asks for the same again; what comes of it is a matter of the machine's timing, too. */
  readonly seed: number
}

export const help = `Ends jobs at random moments, one or two at a time on one machine; each time, the job that comes
after them must find all in order.

  npm run stress -- [options]

  --rounds 50      how many times
  --seed 20261122  what is done to which job, and when; unset: something new each time
`

/** Reads the command line; `null` where it asks for help. Throws an `Error` where it makes no sense. */
export function parseArguments(args: readonly string[]): Settings | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '50' },
      seed: { type: 'string', default: `${1 + (Date.now() % 1_000_000)}` },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) return null
  return { rounds: parseNumber('rounds', values.rounds), seed: parseNumber('seed', values.seed) }
}

function parseNumber(option: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`--${option} takes a number, not '${text}'`)
  return Number(text)
}
