import { isObject } from '../domain/parsed.ts'

/** The variables that a Python was built with, by name: what `sysconfig.get_config_vars()` is made of. */
export type BuildVariables = Readonly<Record<string, string | number>>

const literal = /(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/.source
const start = /^(?:#[^\n]*\n|\s)*build_time_vars\s*=\s*\{\s*/
/** A long text is printed as several, one a line, which Python joins. */
const entry = new RegExp(
  `(${literal})\\s*:\\s*(-?\\d+|${literal}(?:\\s+${literal})*)\\s*(?:,\\s*|(?=\\}))`,
  'y',
)

/** Reads `_sysconfigdata_*.py`; `null` where it is not a mere table of texts and whole numbers. */
export function parseBuildVariables(text: string): BuildVariables | null {
  const [head] = start.exec(text) ?? []
  if (head === undefined) return null
  const variables: (readonly [string, string | number])[] = []
  let end = head.length
  entry.lastIndex = end
  for (let match = entry.exec(text); match !== null; match = entry.exec(text)) {
    const [, name = '', value = ''] = match
    variables.push([joinLiterals(name), /^['"]/.test(value) ? joinLiterals(value) : Number(value)])
    end = entry.lastIndex
  }
  const isExact = variables.every(([, value]) => {
    return typeof value === 'string' || Number.isSafeInteger(value)
  })
  return isExact && text.slice(end).trim() === '}' ? Object.fromEntries(variables) : null
}

function joinLiterals(text: string): string {
  const literals = text.match(new RegExp(literal, 'g')) ?? []
  return literals.map(part => undoRepr(part.slice(1, -1))).join('')
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

/** Undoes what Python's `repr` does to a text. */
function undoRepr(text: string): string {
  return text.replace(
    /\\(?:x([\da-f]{2})|u([\da-f]{4})|(.))/g,
    (_, x?: string, u?: string, character = '') => {
      const code = x ?? u
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16))
      return escapes[character] ?? character
    },
  )
}

/**
 * `_sysconfigdata_*.py` for an installation at `prefix`; the same text where it is not read. What
 * JSON writes, Python reads as it is meant.
 */
export function relocateBuildConfiguration(text: string, prefix: string): string {
  const variables = parseBuildVariables(text)
  if (variables === null) return text
  const table = JSON.stringify(relocateBuildVariables(variables, prefix), null, 4)
  return `# system configuration generated and used by the sysconfig module\nbuild_time_vars = ${table}\n`
}

/** `_sysconfig_vars_*.json`, which says the same to other programs, in the same way. */
export function relocateBuildDetails(text: string, prefix: string): string {
  let variables: unknown
  try {
    variables = JSON.parse(text)
  } catch {
    return text
  }
  if (!isBuildVariables(variables)) return text
  return `${JSON.stringify(relocateBuildVariables(variables, prefix), null, 2)}\n`
}

function isBuildVariables(value: unknown): value is BuildVariables {
  const isVariable = (each: unknown) => typeof each === 'string' || typeof each === 'number'
  return isObject(value) && Object.values(value).every(isVariable)
}

/**
 * The variables of an installation at `prefix`: they name that place, and tools that a machine is
 * likely to have. By `PYTHON_BUILD_STANDALONE`, uv knows such a Python. As in uv's own installs,
 * words have one space between them, and names their order.
 */
export function relocateBuildVariables(variables: BuildVariables, prefix: string): BuildVariables {
  const relocated = Object.entries({ ...variables, PYTHON_BUILD_STANDALONE: 1 })
    .map(([name, value]) => {
      return [name, typeof value === 'string' ? relocateText(name, value, prefix) : value] as const
    })
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(relocated)
}

/**
 * python-build-standalone's prefix, `/install`, where it starts a path: alone, in an option
 * (`-L/install/lib`) or in an assignment; not within another path (`/usr/bin/install`).
 */
const buildPrefix = /(?<=(?:^|[\s'"=:,]|-[IL]))\/install(?=[/\s'":,]|$)/g

/** The SDK of the Mac that it was built on. Its folder may end in a quote of the shell, which stays. */
const systemRoot = /-isysroot\s+[^\s'"]+\s*/g

const toolVariables = new Set(['BLDSHARED', 'CC', 'CXX', 'LDCXXSHARED', 'LDSHARED', 'LINKCC'])

/** Compilers of the build machine: clang, and cross-compilers by name or by path. */
const buildTool = /^(?!-)(?:\S*\/)?(?:(?:musl-)?clang|\w+(?:-\w+)+-(?:gcc|g(?=\+)|clang))(\+\+)?$/

function relocateText(name: string, value: string, prefix: string): string {
  if (name === 'AR') return 'ar'
  const words = value
    .replace(systemRoot, '')
    .split(/\s+/)
    .filter(word => word !== '')
  const tools = toolVariables.has(name) ? words.map(usualTool) : words
  return tools.join(' ').replace(buildPrefix, () => prefix)
}

function usualTool(word: string): string {
  return word.replace(buildTool, (_, cxx?: string) => (cxx === undefined ? 'cc' : 'c++'))
}
