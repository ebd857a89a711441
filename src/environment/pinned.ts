import type { DependencyFile } from '../io/dependency-files.ts'
import { requirementLines } from './requirement-files.ts'

/** What decides which versions an install command installs. */
export interface Dependencies {
  /** The text of the install command. */
  readonly install: string
  readonly files: readonly DependencyFile[]
}

/** A lock file, and the command that installs what is in it and nothing else. */
const locks: readonly (readonly [file: RegExp, command: RegExp])[] = [
  [/(^|\/)uv\.lock$/, /\buv\s+sync\b/],
  [/(^|\/)poetry\.lock$/, /\bpoetry\s+(install|sync)\b/],
  [/(^|\/)pdm\.lock$/, /\bpdm\s+(install|sync)\b/],
  [/(^|\/)Pipfile\.lock$/, /\bpipenv\s+(sync|install)\b/],
  [/(^|\/)pylock(\.[\w-]+)?\.toml$/, /\bpylock(\.[\w-]+)?\.toml\b/],
]

/**
 * Whether installing the same again gives the same: from a lock file, or from requirements, and none of
 * these that does not name one version, one commit or a hash. What they depend on in turn is their
 * authors' business.
 */
export function isPinned({ install, files }: Dependencies): boolean {
  const isLocked = locks.some(([file, command]) => {
    return command.test(install) && files.some(({ name }) => file.test(name))
  })
  const requirements = files.filter(({ name }) => /\.(txt|in)$/.test(name))
  const named = argumentsOf(install)
  const lines = [...requirements.flatMap(({ text }) => requirementLines(text)), ...named]
  return (isLocked || lines.length > 0) && lines.every(isPinnedRequirement)
}

/** `name==1.2`, with a hash, or a commit of a repository. */
function isPinnedRequirement(line: string): boolean {
  if (/--hash[= ]|#sha256=/.test(line)) return true
  if (/\bgit\+/.test(line)) return /@[0-9a-f]{40}\b/.test(line)
  return /^[\w.-]+(\[[^\]]*\])?\s*===?\s*[^\s*,;]+\s*(;.*)?$/.test(line)
}

/** The options of `pip install` whose next word is no requirement. */
const options =
  /^(-[rcift]|--(requirements?|constraints?|(extra-)?index-url|find-links|trusted-host|no-binary|only-binary|python|target|prefix|group|upgrade-strategy|resolution))$/

/** The requirements that a `pip install` names on its own command line. */
function argumentsOf(install: string): readonly string[] {
  return install.split(/\r?\n|&&|;/).flatMap(command => {
    const rest = /\bpip\s+install\b(.*)$/.exec(command)?.[1]
    if (rest === undefined) return []
    const words = rest.trim().split(/\s+/).filter(Boolean)
    return words
      .filter((word, i) => !word.startsWith('-') && !options.test(words[i - 1] ?? ''))
      .map(word => word.replaceAll(/['"]/g, ''))
  })
}
