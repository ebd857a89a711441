import { parseSpecifier, satisfies } from './request/pep440.ts'
import { parsePep440Version } from './request/pep440-version.ts'

/** Whether a version of pip is the one that `pip==wanted` asks for: 25.0.1 is `25.*`, 25.0 is `25`. */
export function isPipVersion(found: string, wanted: string): boolean {
  const version = parsePep440Version(found)
  const specifier = parseSpecifier(`==${wanted}`)
  return version !== null && specifier !== null && satisfies(version, specifier)
}
