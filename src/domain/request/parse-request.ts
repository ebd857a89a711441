import { ActionError } from '../errors.ts'
import type { Architecture, Libc } from '../platform.ts'
import type { Implementation, Variant } from '../python.ts'
import { quote } from '../quote.ts'
import type { Terms } from './key-text.ts'
import { openTerms, parseImplementationVersion, parseKeyText } from './key-text.ts'
import { parseArchitecture } from './platform-names.ts'
import type { Origin, Specifier, VersionRequest } from './request.ts'
import { describeOrigin } from './request.ts'

/** The inputs that bear on every request. */
export interface RequestOptions {
  readonly freethreaded: boolean
  readonly allowPrereleases: boolean
  /** The input `architecture`, in setup-python's words (`x64`) or target triples' (`x86_64_v3`). */
  readonly architecture: string | null
  readonly libc: Libc | null
  /** uv's variables: the build of each implementation that requests without one mean. */
  readonly builds?: Readonly<Partial<Record<Implementation, string>>>
}

/** Longer than any request, and short enough for every pattern that reads it. */
const longestRequest = 500

/** What a request can begin with; `cp` comes after `cpython`, which begins like it. */
const names: readonly (readonly [name: string, implementation: Implementation])[] = [
  ['any', 'cpython'],
  ['default', 'cpython'],
  ['cpython', 'cpython'],
  ['python', 'cpython'],
  ['cp', 'cpython'],
  ['pypy', 'pypy'],
  ['pp', 'pypy'],
  ['graalpy', 'graalpy'],
  ['gp', 'graalpy'],
  ['pyodide', 'pyodide'],
]

/** Understands one line of a request; throws `REQUEST_INVALID` with the forms that there are. */
export function parseRequest(
  text: string,
  origin: Origin,
  options: RequestOptions,
): VersionRequest {
  const asked = text.trim()
  const architecture = readArchitecture(options.architecture)
  if (isReadable(asked) && isSeveral(asked)) throw severalOnALine(asked, origin)
  const found = isReadable(asked) ? parseTerms(asked.toLowerCase().replaceAll('\t', ' ')) : null
  if (found === null) throw unreadable(asked, origin)
  const { implementation, terms } = found
  if (isYamlNumber(terms.specifier)) throw droppedZero(asked, origin)
  if (terms.build === 'nightly') throw nightly(asked, origin)

  const platform =
    implementation === 'pyodide'
      ? { os: null, architecture: null, libc: null }
      : {
          os: terms.os,
          architecture: terms.architecture ?? architecture,
          libc: terms.libc ?? options.libc,
        }
  return {
    text: asked,
    origin,
    implementation,
    specifier: terms.specifier,
    prereleases:
      terms.prereleases === 'never' && options.allowPrereleases ? 'fallback' : terms.prereleases,
    variant: chooseVariant(implementation, terms.variant, options.freethreaded),
    build: terms.build ?? options.builds?.[implementation] ?? null,
    ...platform,
  }
}

function isReadable(text: string): boolean {
  return text.length <= longestRequest && /^[\t\x20-\x7e]+$/.test(text)
}

function parseTerms(
  text: string,
): { readonly implementation: Implementation; readonly terms: Terms } | null {
  // As in `default`: the newest stable version.
  if (text === 'latest' || text === 'stable') return { implementation: 'cpython', terms: openTerms }
  const [name, named] = names.find(([name]) => text.startsWith(name)) ?? ['', 'cpython']
  const rest = name === '' ? text : afterName(name, text.slice(name.length))
  if (rest === null) return null
  const terms = rest === '' ? openTerms : parseRest(rest, named)
  if (terms === null) return null
  // Pyodide is CPython on Emscripten, and uv's keys call it that.
  return { implementation: terms.os === 'emscripten' ? 'pyodide' : named, terms }
}

/** What follows a name: nothing, `-…`, or, unless it is `any` or `default`, `@…` or a version at once. */
function afterName(name: string, tail: string): string | null {
  if (tail === '') return ''
  const rest = /^[@-](.+)$/.exec(tail)?.[1]
  if (name === 'any' || name === 'default') return tail.startsWith('-') ? (rest ?? null) : null
  return rest ?? (/^[\d<>=!~^*]/.test(tail) ? tail : null)
}

function parseRest(text: string, implementation: Implementation): Terms | null {
  // Keys come before ranges: npm takes `3.13.2-linux-aarch64` for a prerelease.
  const key = text.includes(' ') ? null : parseKeyText(text, implementation)
  if (key !== null) return key
  const version = parseImplementationVersion(text, implementation)
  return version && { ...openTerms, ...version }
}

/** What the text names wins; the input adds to it, and is about CPython only. */
function chooseVariant(
  implementation: Implementation,
  named: Variant | null,
  freethreaded: boolean,
): Variant {
  if (implementation !== 'cpython' || !freethreaded) return named ?? 'default'
  return named === 'debug' ? 'freethreaded+debug' : (named ?? 'freethreaded')
}

function readArchitecture(name: string | null): Architecture | null {
  if (name === null) return null
  const architecture = parseArchitecture(name.trim().toLowerCase())
  if (architecture !== null) return architecture
  throw new ActionError({
    code: 'INPUT_INVALID',
    message: `The input architecture is ${quote(name)}, which is not an architecture.`,
    hint: 'Use x64, x86, arm64, or a name from a target triple such as x86_64_v3, aarch64 or riscv64.',
  })
}

/** 3.1 and 3.2 were never on offer: YAML has read `3.10` as a number. */
function isYamlNumber(specifier: Specifier): boolean {
  if (specifier.kind !== 'release' || specifier.numbers.length !== 2) return false
  const [major, minor] = specifier.numbers
  return major === 3 && (minor === 1 || minor === 2)
}

function droppedZero(asked: string, origin: Origin): ActionError {
  return new ActionError({
    code: 'REQUEST_INVALID',
    message: `There is no Python ${quote(asked)} to install (${describeOrigin(origin)}).`,
    hint: "YAML reads an unquoted 3.10 as the number 3.1, so quote versions: did you mean '3.10'?",
  })
}

/** Whether a text is a list of versions in some form: `3.11 3.13`, `3.11, 3.13`, `["3.11","3.13"]`. */
function isSeveral(asked: string): boolean {
  const parts = asked
    .toLowerCase()
    .replaceAll(/[[\]"']/g, ' ')
    .split(/[\s,]+/)
  const versions = parts.filter(part => part !== '')
  // `3,13` is a slip, and no list of two.
  const isOne = (part: string) => {
    return (
      /^[a-z\d][^<>=!~^|]*$/.test(part) &&
      /[.a-z]\d|\d[.a-z]/.test(part) &&
      parseTerms(part) !== null
    )
  }
  return versions.length > 1 && versions.every(isOne)
}

function severalOnALine(asked: string, origin: Origin): ActionError {
  return new ActionError({
    code: 'REQUEST_INVALID',
    message: `${quote(asked)} names several versions on one line (${describeOrigin(origin)}).`,
    hint: 'Write each version on its own line, below `python-version: |`.',
  })
}

function nightly(asked: string, origin: Origin): ActionError {
  return new ActionError({
    code: 'REQUEST_UNMATCHED',
    message: `The request ${quote(asked)} (${describeOrigin(origin)}) is for a nightly build: these change every night, and no list has their SHA-256.`,
    hint: "Use a release, such as 'pypy3.11' or 'pypy3.11-v7.3.20'.",
  })
}

function unreadable(asked: string, origin: Origin): ActionError {
  const what = asked === '' ? 'The version is empty' : `${quote(asked)} is not a Python version`
  return new ActionError({
    code: 'REQUEST_INVALID',
    message: `${what} (${describeOrigin(origin)}).`,
    hint: "Write one version or range a line, such as '3.13', '3.13.5', '3.x', '>=3.10,<3.14', '3.13t', '3.15-dev', 'pypy3.11', 'graalpy-25' or 'cpython-3.13-linux-x86_64-musl'.",
  })
}
