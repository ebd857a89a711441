import { parseSpecifier, satisfies } from './request/pep440.ts'
import { parsePep440Version } from './request/pep440-version.ts'

/** Whether a version of pip is the one that `pip==wanted` asks for: 25.0.1 is `25.*`, 25.0 is `25`. */
export function isPipVersion(found: string, wanted: string): boolean {
  const version = parsePep440Version(found)
  const specifier = parseSpecifier(`==${wanted}`)
  return version !== null && specifier !== null && satisfies(version, specifier)
}

/** Whether `pip==wanted` can only mean one version, so that it is known before it is installed. */
export function isExactPip(wanted: string): boolean {
  return !wanted.includes('*')
}

/** Whether an installation has the pip that is wanted; `null`: any will do, if it is the build's own. */
export function hasPip(found: string | null, wanted: string | null): boolean {
  if (found === null || wanted === null) return found === wanted
  return found === wanted || isPipVersion(found, wanted)
}
