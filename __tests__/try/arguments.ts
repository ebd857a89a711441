import type { ActionMetadata } from '../support/runner-environment.ts'

/** What `npm run try` was asked to do. */
export type Command =
  | { readonly kind: 'demonstrate' }
  | { readonly kind: 'help' }
  | { readonly kind: 'run'; readonly inputs: Inputs; readonly toolCache: string | null }
  | { readonly kind: 'mistake'; readonly message: string }

type Inputs = Readonly<Record<string, string>>

/** Reads the command line; a mistake is a message of one line. */
export function parseArguments(args: readonly string[], { inputs }: ActionMetadata): Command {
  if (args.length === 0) return { kind: 'demonstrate' }
  const given: Record<string, string> = {}
  for (let index = 0; index < args.length; index++) {
    const argument = args[index] ?? ''
    const [, name, attached] = /^--([^=]+)(?:=(.*))?$/s.exec(argument) ?? []
    if (argument === '-h' || name === 'help') return { kind: 'help' }
    if (name === undefined) return mistake(`'${argument}' belongs to no option.`)
    if (name !== 'tool-cache' && !(name in inputs)) return mistake(`There is no option --${name}.`)
    const next = args[index + 1]
    const separate = attached === undefined && next !== undefined && !next.startsWith('--')
    if (separate) index++
    const value = attached ?? (separate ? next : 'true')
    given[name] = name in given ? `${given[name]}\n${value}` : value
  }
  const { 'tool-cache': toolCache = null, ...rest } = given
  return { kind: 'run', inputs: rest, toolCache }
}

/** What there is to ask for: the inputs of `action.yml` in their own words. */
export function renderHelp({ inputs }: ActionMetadata): string {
  const options = Object.entries(inputs).flatMap(([name, { description, default: fallback }]) => {
    const plain = fallback === undefined || fallback.includes('${{')
    return [`  --${name}`, ...wrap(plain ? description : `${description} (${fallback})`)]
  })
  return `Runs the packaged action as a GitHub runner would.

  npm run try
      Needs no internet: packs this machine's Python, serves it from a loopback mirror
      and a loopback cache, and shows what three jobs would see.

  npm run try -- --python-version '3.13' --compile-bytecode
      The real thing, against the real list or any mirror.

Options are the action's inputs. Without a value they mean true; given several times,
they have several lines.

${options.join('\n')}
  --tool-cache
      A folder to install into and to keep; otherwise a temporary one.
`
}

function mistake(problem: string): Command {
  return { kind: 'mistake', message: `${problem} npm run try -- --help lists the options.` }
}

function wrap(text: string): string[] {
  return (
    text
      .trim()
      .match(/\S.{0,80}(?=\s|$)/g)
      ?.map(line => `      ${line}`) ?? []
  )
}
